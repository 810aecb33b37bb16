-- Cancel what has waited for stock ever since a decision left it over, as its profile says, and give back what was paid for it; the
-- customer is told. Where everything was found meanwhile, or the profile says something else now, nothing is done. Returns how many
-- units of the order were canceled. Locks: request, order, lines, levels. Raises: OM404. Called by: its task
create or replace function orders.cancel_rest(p_order_id bigint, p_decision_id bigint) returns int
language plpgsql security definer set search_path = pg_catalog, pg_temp
as $$
declare
    v_order orders.orders := orders._lock(p_order_id);
    v_waiting jsonb := (
        select jsonb_agg(jsonb_build_object('line_id', p.line_id, 'quantity', p.waiting))
        from orders.progress(p_order_id) as p where p.waiting > 0);
begin
    if v_order.state <> 'placed' or v_waiting is null or exists (
        select from routing.decisions as d
        where d.request_id = v_order.request_id and d.id >= p_decision_id and d.result #>> '{rest,do}' is distinct from 'cancel'
    ) then
        return 0;
    end if;
    perform orders.cancel_lines(p_order_id, v_waiting, 'stock', p_refunds => true);
    return (select sum((w.value ->> 'quantity')::int) from jsonb_array_elements(v_waiting) as w);
end
$$;

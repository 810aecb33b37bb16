-- Cancel units of some lines [{line_id, quantity}] that have not left yet; all that is open is the whole order. The three choices
-- are those of orders.cancel. Locks: request, order, lines, levels. Raises: OM404, OM409 changed meanwhile, OM303 already over,
-- OM312 nothing chosen, OM313 more than is open, OM311 it waits on a shelf. Called by: the order page, the API
create or replace function orders.cancel_lines(
    p_order_id bigint, p_lines jsonb, p_reason text, p_version int default null,
    p_restocks boolean default true, p_refunds boolean default false, p_notifies boolean default true
) returns void
language plpgsql security definer set search_path = pg_catalog, pg_temp
as $$
declare
    v_order orders.orders := orders._lock(p_order_id, p_version);
    v_lines jsonb := orders._chosen_lines(v_order, p_lines);
begin
    if (select sum((l.value ->> 'quantity')::int) from jsonb_array_elements(v_lines) as l)
        = (select sum(o.quantity) from orders._open_lines(p_order_id) as o)
    then
        perform orders.cancel(p_order_id, p_reason, null, p_restocks, p_refunds, p_notifies);
        return;
    end if;
    perform orders._keep_version(p_order_id, 'placed');
    perform history.record('order', p_order_id, 'order.lines_canceled', jsonb_build_object(
        'number', v_order.number, 'reason', p_reason, 'restocks', p_restocks, 'refunds', p_refunds, 'notifies', p_notifies,
        'lines', (select jsonb_agg(l.value - 'demand') from jsonb_array_elements(v_lines) as l)));
    perform orders._cancel_units(v_order, v_lines, p_restocks);
    perform orders._keep_version(p_order_id, 'lines_canceled');
    perform orders._request_refund(v_order, p_reason) where p_refunds;
end
$$;

-- One step back, with a reason: packed to picked (the label is void), picked to picking.
-- Raises: OM504 nothing to reopen, OM404, OM403. Called by: the pack page
create or replace function fulfillment.reopen(p_order_id bigint, p_reason text) returns void
language plpgsql security definer set search_path = pg_catalog, pg_temp
as $$
declare
    v_order fulfillment.orders := fulfillment._lock(p_order_id);
    v_state text := case v_order.state when 'packed' then 'picked' when 'picked' then 'picking' end;
begin
    if v_state is null then
        raise exception using errcode = 'OM504', message = 'nothing to reopen';
    end if;
    perform fulfillment._void_packages(p_order_id);
    perform fulfillment._transition(p_order_id, v_state, jsonb_build_object('reason', p_reason));
end
$$;

-- Have an order picked before the rest (1), or in its turn (0). Locks: request, order. Raises: OM404, requests_priority_known.
-- Called by: automations._act
create or replace function orders.prioritize(p_order_id bigint, p_priority int) returns void
language plpgsql security definer set search_path = pg_catalog, pg_temp
as $$
declare
    v_order orders.orders := orders._lock(p_order_id);
begin
    if demand.prioritize(v_order.request_id, p_priority) then
        perform history.record('order', p_order_id, 'order.prioritized', jsonb_build_object('priority', p_priority));
    end if;
end
$$;

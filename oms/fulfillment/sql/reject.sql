-- This location cannot do it: its stock is free again and the lines are routed elsewhere at once.
-- Locks: request, lines, levels. Raises: OM404, OM403, orders_fulfillment_transition_lawful. Called by: the work pages
create or replace function fulfillment.reject(p_order_id bigint, p_reason text) returns void
language plpgsql security definer set search_path = pg_catalog, pg_temp
as $$
declare
    v_order fulfillment.orders := fulfillment._lock(p_order_id);
    v_line fulfillment.lines;
begin
    perform fulfillment._transition(p_order_id, 'rejected', jsonb_build_object('reason', p_reason));
    for v_line in
        select l.* from fulfillment.lines as l where l.order_id = p_order_id and l.quantity > l.short order by l.variant_id, l.id
    loop
        perform demand.deallocate(v_line.allocation_id, v_line.quantity - v_line.short);
    end loop;
    perform routing.route(v_order.request_id, jsonb_build_object(v_order.location_id, 'rejected'));
    perform fulfillment.plan(v_order.request_id);
end
$$;

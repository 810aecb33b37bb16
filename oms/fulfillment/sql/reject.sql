-- This location cannot do it: its stock is free again and the lines are routed elsewhere at once. Returns where to
-- (see fulfillment._rerouted). Locks: request, lines, levels. Raises: OM404, OM403, OM506 that is done already,
-- orders_fulfillment_transition_lawful. Called by: the pick page
create or replace function fulfillment.reject(p_order_id bigint, p_reason text) returns jsonb
language plpgsql security definer set search_path = pg_catalog, pg_temp
as $$
declare
    v_order fulfillment.orders := fulfillment._lock(p_order_id);
    v_line fulfillment.lines;
    v_decision_id bigint;
begin
    perform fulfillment._transition(p_order_id, 'rejected', jsonb_build_object('reason', p_reason));
    perform fulfillment._lock_levels(v_order.request_id);
    for v_line in
        select l.* from fulfillment.lines as l where l.order_id = p_order_id and l.quantity > l.short order by l.variant_id, l.id
    loop
        perform demand.deallocate(v_line.allocation_id, v_line.quantity - v_line.short);
    end loop;
    v_decision_id := routing.route(v_order.request_id, jsonb_build_object(v_order.location_id, 'rejected'));
    perform fulfillment.plan(v_order.request_id);
    return fulfillment._rerouted(v_decision_id);
end
$$;

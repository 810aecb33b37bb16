-- Units of a line cannot be found here: the stock is written off, and the rest is routed elsewhere at once. Returns
-- where to (see fulfillment._rerouted). Locks: request, line, levels.
-- Raises: lines_picked_within_quantity, OM503 quantity not positive, OM404, OM403. Called by: the pick page
create or replace function fulfillment.short(p_line_id bigint, p_quantity int) returns jsonb
language plpgsql security definer set search_path = pg_catalog, pg_temp
as $$
declare
    v_line fulfillment.lines := fulfillment._start_picking(p_line_id, p_quantity);
    v_order fulfillment.orders;
    v_decision_id bigint;
begin
    update fulfillment.lines set short = short + p_quantity where id = p_line_id;
    select o.* into v_order from fulfillment.orders as o where o.id = v_line.order_id;
    perform history.record('demand', v_order.request_id, 'fulfillment.short', jsonb_build_object(
        'fulfillment_order_id', v_order.id, 'number', v_order.number, 'quantity', p_quantity,
        'sku', (select v.sku from catalog.variants as v where v.id = v_line.variant_id)), v_order.location_id);
    perform fulfillment._lock_levels(v_order.request_id);
    perform demand.lose(v_line.allocation_id, p_quantity);
    perform fulfillment._settle_picking(v_line.order_id);
    v_decision_id := routing.route(v_order.request_id, jsonb_build_object(v_order.location_id, 'short_picked'));
    perform fulfillment.plan(v_order.request_id);
    return fulfillment._rerouted(v_decision_id);
end
$$;

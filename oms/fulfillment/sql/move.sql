-- Another location does the work, all of it: its stock is reserved there or nothing happens. Undone by moving it back.
-- Locks: request, lines, levels. Raises: OM322 begun, packed or over, OM325 that location can't, OM101 not enough stock there, OM404,
-- OM403. Called by: the page that rearranges work
create or replace function fulfillment.move(p_order_id bigint, p_location_id int) returns void
language plpgsql security definer set search_path = pg_catalog, pg_temp
as $$
declare
    v_order fulfillment.orders := fulfillment._lock(p_order_id);
    v_location inventory.locations;
    v_line fulfillment.lines;
begin
    perform db.require_location(p_location_id);
    perform fulfillment._require_movable(v_order, '{planned,released,accepted}');
    select l.* into v_location from inventory.locations as l where l.id = p_location_id;
    if not found then
        raise exception using errcode = 'OM404', message = 'no such location';
    end if;
    if v_location.id = v_order.location_id or v_order.method <> 'ship' or not (v_location.is_active and v_location.ships) then
        raise exception using errcode = 'OM325', message = 'that location can not', detail = jsonb_build_object(
            'place', v_location.name)::text;
    end if;
    perform history.record('demand', v_order.request_id, 'fulfillment.moved', jsonb_build_object(
        'fulfillment_order_id', v_order.id, 'number', v_order.number, 'to', v_location.name), v_order.location_id);
    perform fulfillment._transition(p_order_id, 'canceled', '{"reason": "moved"}');
    for v_line in
        select l.* from fulfillment.lines as l where l.order_id = p_order_id and l.quantity > l.short order by l.variant_id, l.id
    loop
        perform demand.deallocate(v_line.allocation_id, v_line.quantity - v_line.short);
        perform demand.allocate(v_order.request_id, jsonb_build_array(jsonb_build_object(
            'line_id', v_line.demand_line_id, 'location_id', p_location_id, 'quantity', v_line.quantity - v_line.short)));
    end loop;
    perform fulfillment.plan(v_order.request_id);
end
$$;

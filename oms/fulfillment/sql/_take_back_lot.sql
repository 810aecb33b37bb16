-- Take units of a lot out of a line that is not picked yet, and route them elsewhere. False where it is too late, or the work waits.
-- Called by: fulfillment.replace_lot
create or replace function fulfillment._take_back_lot(p_line_id bigint, p_lot_id bigint, p_quantity int) returns boolean
language plpgsql security definer set search_path = pg_catalog, pg_temp
as $$
declare
    v_line fulfillment.lines;
    v_order fulfillment.orders;
begin
    select o.* into v_order from fulfillment.orders as o join fulfillment.lines as l on l.order_id = o.id where l.id = p_line_id;
    if v_order.state not in ('released', 'accepted', 'picking') then
        return false;
    end if;
    v_line := fulfillment._start_picking(p_line_id, p_quantity);
    update fulfillment.lines as l set short = l.short + p_quantity, picked = least(l.picked, l.quantity - l.short - p_quantity)
    where l.id = p_line_id;
    perform demand.deallocate(v_line.allocation_id, p_quantity, p_lot_id);
    perform fulfillment._settle_picking(v_order.id);
    perform routing.route(v_order.request_id, jsonb_build_object(v_order.location_id, 'short_picked'));
    perform fulfillment.plan(v_order.request_id);
    return true;
end
$$;

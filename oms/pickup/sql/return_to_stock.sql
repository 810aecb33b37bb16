-- Nobody takes it: the stock is available again, the lines are canceled, and somebody has to carry the goods back.
-- `p_reason` is not_collected or declined. Locks: request, lines, levels. Raises: OM604 not waiting any more, OM404, OM403.
-- Called by: pickup.expire, the store's board
create or replace function pickup.return_to_stock(p_pickup_id bigint, p_reason text default 'not_collected') returns void
language plpgsql security definer set search_path = pg_catalog, pg_temp
as $$
declare
    v_pickup pickup.pickups := pickup._waiting(p_pickup_id);
    v_line fulfillment.lines;
begin
    update pickup.pickups set returned_at = db.now() where id = p_pickup_id;
    perform fulfillment._transition(v_pickup.fulfillment_order_id, 'returned_to_stock', jsonb_build_object('reason', p_reason));
    for v_line in
        select l.* from fulfillment.lines as l
        where l.order_id = v_pickup.fulfillment_order_id and l.picked > 0 order by l.variant_id, l.id
    loop
        perform demand.deallocate(v_line.allocation_id, v_line.picked);
        perform demand.cancel_line(v_line.demand_line_id, v_line.picked);
    end loop;
    perform pickup._record(v_pickup, 'pickup.expired', jsonb_build_object('reason', p_reason));
end
$$;

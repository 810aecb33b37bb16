-- Not collected: the goods go back on the shelf of the shop, the stock is available again, the lines are canceled.
-- Locks: request, lines, levels. Raises: OM604 not waiting any more, OM404, OM403.
-- Called by: the expiry task, the store's board
create or replace function pickup.return_to_stock(p_pickup_id bigint) returns void
language plpgsql security definer set search_path = pg_catalog, pg_temp
as $$
declare
    v_pickup pickup.pickups := pickup._lock(p_pickup_id);
    v_line fulfillment.lines;
begin
    if v_pickup.collected_at is not null or v_pickup.returned_at is not null then
        raise exception using errcode = 'OM604', message = 'not waiting any more';
    end if;
    update pickup.pickups set returned_at = db.now() where id = p_pickup_id;
    perform fulfillment._transition(v_pickup.fulfillment_order_id, 'returned_to_stock');
    for v_line in
        select l.* from fulfillment.lines as l
        where l.order_id = v_pickup.fulfillment_order_id and l.picked > 0 order by l.variant_id, l.id
    loop
        perform demand.deallocate(v_line.allocation_id, v_line.picked);
        perform demand.cancel_line(v_line.demand_line_id, v_line.picked);
    end loop;
    perform history.record('demand', (select o.request_id from fulfillment.orders as o where o.id = v_pickup.fulfillment_order_id),
        'pickup.expired', jsonb_build_object('pickup_id', p_pickup_id), v_pickup.location_id);
end
$$;

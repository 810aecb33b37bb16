-- Let a pickup wait some days longer. Raises: OM604 not waiting any more, OM404, OM403. Called by: the store's board
create or replace function pickup.extend(p_pickup_id bigint, p_days int) returns void
language plpgsql security definer set search_path = pg_catalog, pg_temp
as $$
declare
    v_pickup pickup.pickups := pickup._lock(p_pickup_id);
begin
    if v_pickup.collected_at is not null or v_pickup.returned_at is not null or p_days not between 1 and 30 then
        raise exception using errcode = 'OM604', message = 'not waiting any more';
    end if;
    update pickup.pickups set expires_at = greatest(expires_at, db.now()) + make_interval(days => p_days), reminded_at = null
    where id = p_pickup_id;
    perform history.record('demand', (select o.request_id from fulfillment.orders as o where o.id = v_pickup.fulfillment_order_id),
        'pickup.extended', jsonb_build_object('pickup_id', p_pickup_id, 'days', p_days), v_pickup.location_id);
end
$$;

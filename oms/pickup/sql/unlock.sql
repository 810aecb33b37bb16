-- Allow codes again after five wrong ones. Raises: OM404, OM403. Called by: the store's board, by whoever may
create or replace function pickup.unlock(p_pickup_id bigint) returns void
language plpgsql security definer set search_path = pg_catalog, pg_temp
as $$
declare
    v_pickup pickup.pickups := pickup._lock(p_pickup_id);
begin
    update pickup.pickups set failed_tries = 0 where id = p_pickup_id;
    perform history.record('demand', (select o.request_id from fulfillment.orders as o where o.id = v_pickup.fulfillment_order_id),
        'pickup.unlocked', jsonb_build_object('pickup_id', p_pickup_id), v_pickup.location_id);
end
$$;

-- Remind the customer of a waiting pickup, once. Returns whether it was the first time. Raises: OM404.
-- Called by: the pickup reminders task
create or replace function pickup.remind(p_pickup_id bigint) returns boolean
language plpgsql security definer set search_path = pg_catalog, pg_temp
as $$
declare
    v_pickup pickup.pickups := pickup._lock(p_pickup_id);
begin
    if v_pickup.reminded_at is not null or v_pickup.collected_at is not null or v_pickup.returned_at is not null then
        return false;
    end if;
    update pickup.pickups set reminded_at = db.now() where id = p_pickup_id;
    perform history.record('demand', (select o.request_id from fulfillment.orders as o where o.id = v_pickup.fulfillment_order_id),
        'pickup.reminded', jsonb_build_object('pickup_id', p_pickup_id), v_pickup.location_id);
    return true;
end
$$;

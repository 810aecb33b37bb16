-- Trigger: a canceled fulfillment order no longer waits on a shelf for its customer.
create or replace function pickup._on_fulfillment_canceled() returns trigger
language plpgsql security definer set search_path = pg_catalog, pg_temp
as $$
begin
    update pickup.pickups set returned_at = db.now()
    where fulfillment_order_id = new.id and collected_at is null and returned_at is null;
    return null;
end
$$;

-- Allow codes again after five wrong ones. Raises: OM604 not waiting any more, OM404, OM403.
-- Called by: the store's board, by whoever may
create or replace function pickup.unlock(p_pickup_id bigint) returns void
language plpgsql security definer set search_path = pg_catalog, pg_temp
as $$
declare
    v_pickup pickup.pickups := pickup._waiting(p_pickup_id);
begin
    update pickup.pickups set failed_tries = 0 where id = p_pickup_id;
    perform pickup._record(v_pickup, 'pickup.unlocked');
end
$$;

-- Return a pickup to stock if its time is over: somebody may have collected or extended it meanwhile. Returns whether.
-- Locks: request, lines, levels. Raises: OM404. Called by: the expiry task
create or replace function pickup.expire(p_pickup_id bigint) returns boolean
language plpgsql security definer set search_path = pg_catalog, pg_temp
as $$
declare
    v_pickup pickup.pickups := pickup._lock(p_pickup_id);
begin
    if v_pickup.collected_at is not null or v_pickup.returned_at is not null or v_pickup.expires_at > db.now() then
        return false;
    end if;
    perform pickup.return_to_stock(p_pickup_id, 'not_collected');
    return true;
end
$$;

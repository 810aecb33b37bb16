-- Let a pickup wait some days longer. Raises: OM605 days out of range, OM604 not waiting any more, OM404, OM403.
-- Called by: the store's board
create or replace function pickup.extend(p_pickup_id bigint, p_days int) returns void
language plpgsql security definer set search_path = pg_catalog, pg_temp
as $$
declare
    v_pickup pickup.pickups := pickup._waiting(p_pickup_id);
begin
    if p_days is null or p_days not between 1 and 30 then
        raise exception using errcode = 'OM605', message = 'days out of range';
    end if;
    update pickup.pickups set expires_at = greatest(expires_at, db.now()) + make_interval(days => p_days), reminded_at = null
    where id = p_pickup_id;
    perform pickup._record(v_pickup, 'pickup.extended', jsonb_build_object('days', p_days));
end
$$;

-- Remind the customer of a waiting pickup if that is due (see pickup.due_reminders). Returns whether it was.
-- Raises: OM404. Called by: the reminder task
create or replace function pickup.remind(p_pickup_id bigint) returns boolean
language plpgsql security definer set search_path = pg_catalog, pg_temp
as $$
declare
    v_pickup pickup.pickups := pickup._lock(p_pickup_id);
begin
    if p_pickup_id <> all (pickup.due_reminders()) then
        return false;
    end if;
    update pickup.pickups set reminded_at = db.now() where id = p_pickup_id;
    perform pickup._record(v_pickup, 'pickup.reminded', jsonb_build_object(
        'is_last', db.now() >= v_pickup.expires_at - interval '1 day'));
    return true;
end
$$;

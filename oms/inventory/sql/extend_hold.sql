-- Keep what is held for `p_minutes` from now on, because its owner is still busy; never shorter than before. Returns the deadline.
-- Locks: the hold. Raises: OM130 no such hold or over, OM131 no or too many minutes. Called by: the API
create or replace function inventory.extend_hold(p_key text, p_minutes int) returns timestamptz
language plpgsql security definer set search_path = pg_catalog, pg_temp
as $$
declare
    v_until timestamptz := inventory._hold_deadline(p_minutes);
begin
    update inventory.holds set expires_at = greatest(expires_at, v_until)
    where key = p_key and state = 'active' returning expires_at into v_until;
    if not found then
        raise exception using errcode = 'OM130', message = 'hold is over';
    end if;
    return v_until;
end
$$;

-- So many minutes from now: a minute to thirty days. Raises: OM131 otherwise. Called by: inventory.hold, extend_hold
create or replace function inventory._hold_deadline(p_minutes int) returns timestamptz
language plpgsql stable security definer set search_path = pg_catalog, pg_temp
as $$
begin
    if p_minutes is null or p_minutes not between 1 and 43200 then
        raise exception using errcode = 'OM131', message = 'hold too short or too long';
    end if;
    return db.now() + make_interval(mins => p_minutes);
end
$$;

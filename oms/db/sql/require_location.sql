-- Refuse an actor who may not act at this location. Definer functions pass by row-level security and so must ask.
-- Raises: OM403 not your location. Called by: every function that acts at a location
create or replace function db.require_location(p_location_id int) returns void
language plpgsql stable set search_path = pg_catalog, pg_temp
as $$
begin
    if not (db.sees_all() or p_location_id = any (db.locations())) then
        raise exception using errcode = 'OM403', message = 'not your location';
    end if;
end
$$;

-- A location works on a day after all, as its hours say. Called by: the page of a location
create or replace function inventory.open_on(p_location_id int, p_day date) returns void
language plpgsql security definer set search_path = pg_catalog, pg_temp
as $$
begin
    delete from inventory.closures as c where c.location_id = p_location_id and c.day = p_day;
    perform history.record('location', p_location_id, 'location.open_on', jsonb_build_object('day', p_day), p_location_id) where found;
end
$$;

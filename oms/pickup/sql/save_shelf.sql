-- Add a shelf to a location, or use one again that was closed; the same code twice is one. Returns its id.
-- Raises: OM403, shelves_code_clean. Called by: the shelves page, the demo shop
create or replace function pickup.save_shelf(p_location_id int, p_code text) returns int
language plpgsql security definer set search_path = pg_catalog, pg_temp
as $$
declare
    v_id int;
begin
    perform db.require_location(p_location_id);
    insert into pickup.shelves as s (location_id, code) values (p_location_id, upper(trim(p_code)))
    on conflict (location_id, code) do update set is_active = true
    returning s.id into v_id;
    return v_id;
end
$$;

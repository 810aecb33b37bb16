-- Set the locations a person works at; replaces what was set before. Called by: the people page, the demo shop
create or replace function inventory.assign_staff(p_person_id bigint, p_location_ids int[]) returns void
language sql security definer set search_path = pg_catalog, pg_temp
as $$
    delete from inventory.location_staff where person_id = p_person_id and location_id <> all (p_location_ids);
    insert into inventory.location_staff (person_id, location_id)
    select p_person_id, unnest(p_location_ids)
    on conflict do nothing;
$$;

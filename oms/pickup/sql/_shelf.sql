-- The id of a shelf in use by its code at a location. Raises: OM601 no such shelf. Called by: pickup.stage, pickup.move
create or replace function pickup._shelf(p_location_id int, p_code text) returns int
language plpgsql stable security definer set search_path = pg_catalog, pg_temp
as $$
declare
    v_id int;
begin
    select s.id into v_id from pickup.shelves as s
    where s.location_id = p_location_id and s.code = upper(trim(p_code)) and s.is_active;
    if v_id is null then
        raise exception using errcode = 'OM601', message = 'no such shelf', detail = jsonb_build_object('shelf', p_code)::text;
    end if;
    return v_id;
end
$$;

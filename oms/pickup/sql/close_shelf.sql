-- Use a shelf no longer; what once stood there still knows it. Raises: OM404, OM403, OM608 something stands on it.
-- Locks: the shelf. Called by: the shelves page
create or replace function pickup.close_shelf(p_shelf_id int) returns void
language plpgsql security definer set search_path = pg_catalog, pg_temp
as $$
declare
    v_shelf pickup.shelves;
begin
    select s.* into v_shelf from pickup.shelves as s where s.id = p_shelf_id for update;
    if v_shelf.id is null then
        raise exception using errcode = 'OM404', message = 'no such shelf';
    end if;
    perform db.require_location(v_shelf.location_id);
    if exists (
        select from pickup.pickups as p
        where p.shelf_id = p_shelf_id and p.collected_at is null and p.put_back_at is null
    ) then
        raise exception using errcode = 'OM608', message = 'something stands on it',
            detail = jsonb_build_object('shelf', v_shelf.code)::text;
    end if;
    update pickup.shelves set is_active = false where id = p_shelf_id;
end
$$;

-- Whether units of such a lot must not be sold at a location: it is recalled, or its day is over there.
-- Called by: inventory.post_lots, take_lots, withdraw_lots, _take_lot, _require_sound_lots, _set_damaged
create or replace function inventory._is_spoiled(p_recalled_at timestamptz, p_expires_on date, p_location_id int) returns boolean
language sql stable security definer set search_path = pg_catalog, pg_temp
as $$
    select p_recalled_at is not null or coalesce(p_expires_on < (db.now() at time zone o.time_zone)::date, false)
    from inventory.locations as o where o.id = p_location_id
$$;

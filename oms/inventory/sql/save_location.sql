-- Create or update a location by its code; returns its id. Shape: the columns of inventory.locations.
-- Raises: OM404 unknown time zone, locations_*. Called by: the settings page, the demo shop
create or replace function inventory.save_location(p_location jsonb) returns int
language plpgsql security definer set search_path = pg_catalog, pg_temp
as $$
declare
    v_id int;
begin
    if not exists (select from pg_timezone_names where name = p_location ->> 'time_zone') then
        raise exception using errcode = 'OM404', message = 'unknown time zone',
            detail = jsonb_build_object('what', p_location ->> 'time_zone')::text;
    end if;
    insert into inventory.locations as l (
        code, name, kind, time_zone, line1, postal_code, city, country_code, phone, latitude, longitude,
        priority, ships, offers_pickup, pickup_days, hours)
    select n.code, n.name, n.kind, n.time_zone, coalesce(n.line1, ''), coalesce(n.postal_code, ''), coalesce(n.city, ''),
           n.country_code, coalesce(n.phone, ''), n.latitude, n.longitude, coalesce(n.priority, 100), coalesce(n.ships, true),
           coalesce(n.offers_pickup, false), coalesce(n.pickup_days, 7), coalesce(n.hours, '{}')
    from jsonb_populate_record(null::inventory.locations, p_location) as n
    on conflict (code) do update set
        name = excluded.name, kind = excluded.kind, time_zone = excluded.time_zone, line1 = excluded.line1,
        postal_code = excluded.postal_code, city = excluded.city, country_code = excluded.country_code, phone = excluded.phone,
        latitude = excluded.latitude, longitude = excluded.longitude, priority = excluded.priority, ships = excluded.ships,
        offers_pickup = excluded.offers_pickup, pickup_days = excluded.pickup_days, hours = excluded.hours
    returning l.id into v_id;
    return v_id;
end
$$;

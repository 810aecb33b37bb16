-- Create a location or change it, by its code; what is not named stays. Returns its id. Shape: the columns of
-- inventory.locations. Raises: OM404 unknown time zone, locations_*. Called by: the settings page, the demo shop
create or replace function inventory.save_location(p_location jsonb) returns int
language plpgsql security definer set search_path = pg_catalog, pg_temp
as $$
declare
    v_old inventory.locations;
    v_new inventory.locations;
    v_id int;
begin
    select l.* into v_old from inventory.locations as l where l.code = p_location ->> 'code' for update;
    v_new := jsonb_populate_record(v_old, p_location - 'id');
    if not exists (select from pg_timezone_names where name = v_new.time_zone) then
        raise exception using errcode = 'OM404', message = 'unknown time zone', detail = jsonb_build_object('what', v_new.time_zone)::text;
    end if;
    insert into inventory.locations as l (
        code, name, kind, time_zone, line1, postal_code, city, country_code, phone, latitude, longitude,
        priority, ships, offers_pickup, pickup_days, hours, is_active, count_limit_units, count_limit_minor,
        cutoff, processing_days, daily_shipments, handling_minor)
    values (
        v_new.code, v_new.name, v_new.kind, v_new.time_zone, coalesce(v_new.line1, ''), coalesce(v_new.postal_code, ''),
        coalesce(v_new.city, ''), v_new.country_code, coalesce(v_new.phone, ''), v_new.latitude, v_new.longitude,
        coalesce(v_new.priority, 100), coalesce(v_new.ships, true), coalesce(v_new.offers_pickup, false),
        coalesce(v_new.pickup_days, 7), coalesce(v_new.hours, '{}'), coalesce(v_new.is_active, true),
        coalesce(v_new.count_limit_units, 10), coalesce(v_new.count_limit_minor, 20000),
        v_new.cutoff, coalesce(v_new.processing_days, 0), v_new.daily_shipments, coalesce(v_new.handling_minor, 0))
    on conflict (code) do update set
        name = excluded.name, kind = excluded.kind, time_zone = excluded.time_zone, line1 = excluded.line1,
        postal_code = excluded.postal_code, city = excluded.city, country_code = excluded.country_code, phone = excluded.phone,
        latitude = excluded.latitude, longitude = excluded.longitude, priority = excluded.priority, ships = excluded.ships,
        offers_pickup = excluded.offers_pickup, pickup_days = excluded.pickup_days, hours = excluded.hours,
        is_active = excluded.is_active, count_limit_units = excluded.count_limit_units, count_limit_minor = excluded.count_limit_minor,
        cutoff = excluded.cutoff, processing_days = excluded.processing_days, daily_shipments = excluded.daily_shipments,
        handling_minor = excluded.handling_minor
    returning l.id into v_id;
    perform history.record('location', v_id, 'location.saved', jsonb_build_object('code', v_new.code), v_id);
    return v_id;
end
$$;

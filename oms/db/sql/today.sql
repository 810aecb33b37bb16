-- The date it is in the shop. Called by: whatever compares with a day: promises, expected deliveries
create or replace function db.today() returns date
language sql stable security definer set search_path = pg_catalog, pg_temp
as $$
    select (db.now() at time zone s.time_zone)::date from db.shop as s
$$;

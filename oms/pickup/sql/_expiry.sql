-- Until when a pickup that is ready now waits at a location: its number of days, to the end of the day there, and longer
-- where that day is closed. Called by: pickup.stage
create or replace function pickup._expiry(p_location inventory.locations) returns timestamptz
language sql stable security definer set search_path = pg_catalog, pg_temp
as $$
    select (d.day + interval '1 day') at time zone p_location.time_zone
    from generate_series(0, 6) as n (more)
    cross join lateral (
        select date_trunc('day', db.now() at time zone p_location.time_zone)
            + make_interval(days => p_location.pickup_days + n.more) as day
    ) as d
    order by jsonb_exists(p_location.hours, to_char(d.day, 'dy')) desc, n.more
    limit 1
$$;

-- When work that is released now should have left, or be ready: four hours of opening time for a pickup, eight for a
-- shipment. Where a location has no hours it works around the clock: four hours, and a day.
-- Called by: fulfillment.release
create or replace function fulfillment._due(p_location_id int, p_method text) returns timestamptz
language sql stable security definer set search_path = pg_catalog, pg_temp
as $$
    with place as (
        select l.hours, l.time_zone, case p_method when 'pickup' then interval '4 hours' else interval '8 hours' end as needed
        from inventory.locations as l where l.id = p_location_id
    ), opening as (
        select greatest((d.day + (h.given ->> 0)::time) at time zone p.time_zone, db.now()) as opens,
               (d.day + (h.given ->> 1)::time) at time zone p.time_zone as closes
        from place as p
        cross join generate_series(0, 20) as n (later)
        cross join lateral (select (db.now() at time zone p.time_zone)::date + n.later as day) as d
        cross join lateral (select p.hours -> to_char(d.day, 'dy') as given) as h
        where h.given is not null
    ), worked as (
        select o.closes, sum(o.closes - o.opens) over (order by o.closes) as hours from opening as o where o.closes > o.opens
    )
    select coalesce(
        (select min(w.closes - (w.hours - p.needed)) from worked as w where w.hours >= p.needed),
        db.now() + case p_method when 'pickup' then interval '4 hours' else interval '1 day' end)
    from place as p
$$;

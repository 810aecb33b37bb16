-- When each of these locations can begin with what is ordered now, and when it has left: is_open now; is_in_time, before
-- today's cut-off (closing time where it has none); starts_on and leaves_on, the working days of its hours less its closed
-- days, in its own time zone. Without hours every day is a working day. Called by: routing._places, routing.pickup_availability
create or replace function routing._departures(
    p_location_ids int[], out location_id int, out today date, out is_open boolean, out is_in_time boolean,
    out starts_on date, out leaves_on date
) returns setof record
language sql stable security definer set search_path = pg_catalog, pg_temp
as $$
    with clock as materialized (
        select db.now() as at
    ), closed as (
        select c.location_id, array_agg(c.day) as days
        from clock as n join inventory.closures as c on c.day >= n.at::date - 1
        where c.location_id = any (p_location_ids) group by c.location_id
    ), place as materialized (
        select o.id, o.hours, o.cutoff, o.processing_days, coalesce(c.days, '{}') as closed, n.at at time zone o.time_zone as at
        from clock as n cross join inventory.locations as o left join closed as c on c.location_id = o.id
        where o.id = any (p_location_ids)
    ), opening as materialized (
        select p.id, p.hours, p.cutoff, p.processing_days, p.closed, p.at::date as today, p.at::time as at,
               p.at::date = any (p.closed) as is_closed, p.hours -> to_char(p.at, 'dy') as hours_today
        from place as p
    ), begun as materialized (
        select o.*, not o.is_closed and (o.hours = '{}' or o.hours_today is not null)
                    and o.at < coalesce(o.cutoff, (o.hours_today ->> 1)::time, '24:00') as is_in_time
        from opening as o
    )
    select b.id, b.today,
           not b.is_closed and (b.hours = '{}'
               or b.at between (b.hours_today ->> 0)::time and (b.hours_today ->> 1)::time) is true,
           b.is_in_time, w.days[1], w.days[b.processing_days + 1]
    from begun as b cross join lateral (select array(
        select d.day from (select b.today + generate_series((not b.is_in_time)::int, 800) as day) as d  -- no more than is asked for
        where (b.hours = '{}' or b.hours ? to_char(d.day, 'dy')) and d.day <> all (b.closed)
        limit b.processing_days + 1) as days) as w
$$;

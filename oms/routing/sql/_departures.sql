-- When each of these locations can begin with what is ordered now, and when it has left: is_open now; is_in_time, before
-- today's cut-off (closing time where it has none); starts_on and leaves_on, the working days of its hours less its closed
-- days, in its own time zone. Without hours every day is a working day. Called by: routing._places
create or replace function routing._departures(
    p_location_ids int[], out location_id int, out today date, out is_open boolean, out is_in_time boolean,
    out starts_on date, out leaves_on date
) returns setof record
language sql stable security definer set search_path = pg_catalog, pg_temp
as $$
    with place as (
        select o.id, o.hours, o.cutoff, o.processing_days, (n.at at time zone o.time_zone)::date as today,
               (n.at at time zone o.time_zone)::time as at
        from inventory.locations as o cross join (select db.now() as at) as n
        where o.id = any (p_location_ids)
    ), opening as (
        select p.*, exists (select from inventory.closures as c where c.location_id = p.id and c.day = p.today) as is_closed,
               p.hours -> to_char(p.today, 'dy') as hours_today
        from place as p
    ), begun as (
        select o.*, not o.is_closed and (o.hours = '{}' or o.hours_today is not null)
                    and o.at < coalesce(o.cutoff, (o.hours_today ->> 1)::time, '24:00') as is_in_time
        from opening as o
    )
    select b.id, b.today,
           not b.is_closed and (b.hours = '{}'
               or b.at between (b.hours_today ->> 0)::time and (b.hours_today ->> 1)::time) is true,
           b.is_in_time, s.day, l.day
    from begun as b
    left join lateral (
        select b.today + n.later as day from generate_series(case when b.is_in_time then 0 else 1 end, 400) as n (later)
        where (b.hours = '{}' or b.hours ? to_char(b.today + n.later, 'dy'))
            and not exists (select from inventory.closures as c where c.location_id = b.id and c.day = b.today + n.later)
        limit 1
    ) as s on true
    left join lateral (
        select s.day + n.later as day from generate_series(0, 400) as n (later)
        where (b.hours = '{}' or b.hours ? to_char(s.day + n.later, 'dy'))
            and not exists (select from inventory.closures as c where c.location_id = b.id and c.day = s.day + n.later)
        offset b.processing_days limit 1
    ) as l on true
$$;

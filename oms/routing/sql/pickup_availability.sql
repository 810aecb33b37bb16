-- Which stores could have these lines [{variant_id, quantity}] ready for pickup, the nearest to a point first: {location_id,
-- distance_km, ready_on: when it could be ready if it were ordered now, is_open: now, is_available: whether it has everything, lines:
-- [{variant_id, quantity, available}]}. A kit is available as often as its parts are. Only stores in the actor's scope.
-- Called by: the API's pickup availability
create or replace function routing.pickup_availability(
    p_lines jsonb, p_latitude double precision, p_longitude double precision, p_most int, p_is_available boolean default false
)
returns table (location_id int, distance_km int, ready_on date, is_open boolean, is_available boolean, lines jsonb)
language sql stable security definer set search_path = pg_catalog, pg_temp
as $$
    with wanted as (
        select l.variant_id, l.quantity, l.place, c.variant_id as part_id, c.quantity as per_unit
        from rows from (jsonb_to_recordset(p_lines) as (variant_id bigint, quantity int)) with ordinality as l (variant_id, quantity, place)
        left join lateral catalog.components(l.variant_id, '') as c on true
    ), store as (
        select o.id, o.priority, routing.distance_km(o.latitude, o.longitude, p_latitude, p_longitude) as distance_km
        from inventory.locations as o
        where o.is_active and o.offers_pickup and (db.sees_all() or o.id = any (db.locations()))
    ), part as (
        select s.id, w.*, greatest(coalesce(t.available, 0), 0) as has, sum(w.quantity * w.per_unit) over (partition by s.id, w.part_id) as need
        from store as s cross join wanted as w
        left join inventory.stock as t on t.location_id = s.id and t.variant_id = w.part_id
    ), line as (
        select p.id, p.place, p.variant_id, p.quantity, coalesce(min(p.has / p.per_unit), 0) as available, bool_and(p.has >= p.need) is true as is_whole
        from part as p group by p.id, p.place, p.variant_id, p.quantity
    ), offer as (
        select l.id, bool_and(l.is_whole) as is_whole, jsonb_agg(jsonb_build_object(
            'variant_id', l.variant_id, 'quantity', l.quantity, 'available', l.available) order by l.place) as lines
        from line as l group by l.id
    ), nearest as (
        select s.*, o.is_whole, o.lines from store as s join offer as o on o.id = s.id
        where o.is_whole or not p_is_available
        order by s.distance_km, s.priority, s.id limit p_most
    )
    select n.id, n.distance_km, d.leaves_on, d.is_open, n.is_whole, n.lines
    from nearest as n join routing._departures(array(select m.id from nearest as m)) as d on d.location_id = n.id
    order by n.distance_km, n.priority, n.id
$$;

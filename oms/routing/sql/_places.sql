-- What a plan knows of each location that has something of what is wanted, or was ruled out: {id, code, name, kind,
-- country_code, priority, distance_km, excluded, available: {variant: n}, capacity_left, is_open, is_in_time, starts_on,
-- leaves_on, arrives_on, days, carrier, zone, base_minor, per_kg_minor, handling_minor, accuracy (per mille),
-- supplier_costs: {variant: minor}}; what is unknown or unlimited is missing. Distances are to the given point, or else to the
-- middle of the country. What the hold keeps is available to whoever claimed it. It is text until the inputs are whole, as jsonb
-- would be taken apart and put together again by each who puts it into something. Its queries are planned once.
-- `p_to` {method, location_id, source_location_ids, country_code, latitude, longitude}.
-- Called by: routing._inputs, routing._wish, routing._places_then
create or replace function routing._places(
    p_to jsonb, p_variant_ids bigint[], p_request_id bigint, p_excluded jsonb, p_hold_id bigint
) returns json
language sql stable security definer set search_path = pg_catalog, pg_temp set plan_cache_mode = force_generic_plan
as $$
    with destination as materialized (
        select d.method, d.location_id, d.source_location_ids, d.country_code,
               coalesce(d.latitude, c.latitude)::double precision as latitude,
               coalesce(d.longitude, c.longitude)::double precision as longitude
        from jsonb_to_record(p_to) as d (
            method text, location_id int, source_location_ids int[], country_code text, latitude numeric, longitude numeric)
        left join routing.country_centers as c on c.country_code = d.country_code
    ), stock as materialized (
        select l.location_id, json_object_agg(l.variant_id, greatest(l.available, 0) + coalesce(h.quantity, 0)) as available
        from inventory.stock as l
        left join inventory.hold_lines as h
            on h.hold_id = p_hold_id and h.variant_id = l.variant_id and h.location_id = l.location_id
        where l.variant_id = any (p_variant_ids) and greatest(l.available, 0) + coalesce(h.quantity, 0) > 0
        group by l.location_id
    ), place as materialized (
        select o.*, d.*, routing.distance_km(o.latitude, o.longitude, t.latitude, t.longitude) as distance_km
        from routing._departures(array(
            select s.location_id from stock as s union select o.key::int from jsonb_each(p_excluded) as o)) as d
        join inventory.locations as o on o.id = d.location_id and o.is_active
        cross join destination as t
    )
    select coalesce(json_agg(json_object(
        'id': o.id, 'code': o.code, 'name': o.name, 'kind': o.kind, 'country_code': o.country_code, 'priority': o.priority,
        'distance_km': o.distance_km,
        'excluded': case
            when t.method = 'pickup' and o.id <> t.location_id then 'not_the_pickup_place'
            when t.method = 'ship' and not o.ships then 'does_not_ship'
            when t.method = 'ship' and o.id <> all (t.source_location_ids) then 'does_not_serve_channel'
            else p_excluded ->> o.id::text
        end,
        'available': coalesce(s.available, '{}'), 'handling_minor': o.handling_minor,
        'is_open': o.is_open, 'is_in_time': o.is_in_time, 'starts_on': o.starts_on, 'leaves_on': o.leaves_on,
        'arrives_on': a.day, 'days': coalesce(a.day, o.leaves_on) - o.today,
        'carrier': r.carrier, 'zone': r.zone, 'base_minor': r.base_minor, 'per_kg_minor': r.per_kg_minor,
        'capacity_left': case when t.method = 'ship' and m.request_id is null then o.daily_shipments - coalesce(c.used, 0) end,
        'accuracy': (q.asked - q.short) * 1000 / q.asked,
        'supplier_costs': case when o.kind = 'supplier' then (
            select json_object_agg(p.variant_id, p.cost_minor) from inventory.supplier_costs as p
            where p.location_id = o.id and p.variant_id = any (p_variant_ids)) end
        absent on null) order by o.id), '[]')
    from place as o cross join destination as t
    left join stock as s on s.location_id = o.id
    left join lateral (
        select r.* from routing.rates as r
        where t.method = 'ship' and (not r.is_domestic or o.country_code = t.country_code)
            and (r.from_countries is null or o.country_code = any (r.from_countries))
            and (r.to_countries is null or t.country_code = any (r.to_countries))
            and (r.max_km is null or o.distance_km <= r.max_km)
        order by r.base_minor, r.transit_days, r.id limit 1
    ) as r on true
    left join lateral (  -- so many days later, six of which are a week: carriers rest on Sundays
        select o.leaves_on - extract(isodow from o.leaves_on)::int + 1 + n.days / 6 * 7 + n.days % 6 as day
        from (select least(extract(isodow from o.leaves_on)::int, 6) - 1 + r.transit_days as days) as n
    ) as a on true
    left join routing.capacity_days as c on c.location_id = o.id and c.day = o.starts_on
    left join routing.capacity_claims as m on m.request_id = p_request_id and m.location_id = o.id
    left join routing.accuracies as q on q.location_id = o.id
$$;

-- What a choice sends from each location: [{id, ships: units, distance_km, days, handling_minor, cost_minor: what its shipment
-- costs}]. Called by: routing.plan
create or replace function routing._parcels(p_inputs jsonb, p_allocations jsonb) returns jsonb
language sql immutable set search_path = pg_catalog, pg_temp
as $$
    with sent as (
        select a.location_id as id, sum(a.quantity) as ships, sum(a.quantity * coalesce(l.grams, 0)) as grams
        from jsonb_to_recordset(p_allocations) as a (line_id bigint, location_id int, quantity int)
        join jsonb_to_recordset(p_inputs -> 'lines') as l (line bigint, grams bigint) on l.line = a.line_id
        group by a.location_id
    )
    select coalesce(jsonb_agg(jsonb_build_object(
        'id', s.id, 'ships', s.ships, 'distance_km', o.distance_km, 'days', o.days, 'handling_minor', coalesce(o.handling_minor, 0),
        'cost_minor', coalesce(o.base_minor, 0) + coalesce(o.handling_minor, 0)
            + round(s.grams * coalesce(o.per_kg_minor, 0) / 1000.0)::bigint)), '[]')
    from sent as s join jsonb_to_recordset(p_inputs -> 'locations') as o (
        id int, distance_km int, days int, handling_minor bigint, base_minor bigint, per_kg_minor bigint) on o.id = s.id
$$;

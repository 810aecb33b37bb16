-- What was thought of each location: [{id, code, name, covers, wanted, ships, distance_km, arrives_on, excluded, verdict,
-- criterion, cost_minor: what its shipment costs}]. Verdicts: chosen; excluded (with why); no_stock; less_stock (has not
-- everything); worse (by this criterion); as_good; not_needed (another combination is better). Called by: routing.plan
create or replace function routing._considered(p_inputs jsonb, p_problem jsonb, p_allocations jsonb) returns jsonb
language sql immutable set search_path = pg_catalog, pg_temp
as $$
    with need as materialized (
        select l.value ->> 'variant' as variant, sum((l.value ->> 'quantity')::int) as quantity
        from jsonb_array_elements(p_inputs -> 'lines') as l group by 1
    ), chosen as materialized (
        select a.location_id as id, sum(a.quantity) as ships, sum(a.quantity * coalesce(l.grams, 0)) as grams
        from jsonb_to_recordset(p_allocations) as a (line_id bigint, location_id int, quantity int)
        join jsonb_to_recordset(p_inputs -> 'lines') as l (line bigint, grams bigint) on l.line = a.line_id
        group by a.location_id
    ), choice as materialized (
        select n.units, c.locations, d.alone, d.alone -> c.first::text as best
        from (select sum(n.quantity) as units from need as n) as n,
             (select count(*) as locations, min(c.id) as first from chosen as c) as c,
             (select jsonb_object_agg(p.value ->> 'id', p.value -> 'alone') as alone
              from jsonb_array_elements(p_problem -> 'places') as p) as d
    ), judged as materialized (
        select p.place, p.id, s.covers, c.ships, c.grams, b.units, b.locations,
               case when b.alone ? p.id::text is not true then routing._eliminated(p.place, p_inputs -> 'rules', p_inputs, s.covers, b.units) end as excluded, (
            select n.value  -- the first criterion by which it is worse than the one chosen
            from jsonb_array_elements_text(p_problem -> 'criteria') with ordinality as n
            where c.id is null and b.locations = 1
                and b.alone -> p.id::text -> (n.ordinality::int - 1) <> b.best -> (n.ordinality::int - 1)
            order by n.ordinality limit 1) as criterion
        from (select o.value as place, (o.value ->> 'id')::int as id from jsonb_array_elements(p_inputs -> 'locations') as o) as p
        cross join choice as b
        cross join lateral (
            select coalesce(sum(least(n.quantity, coalesce((p.place #>> array['available', n.variant])::int, 0))), 0) as covers
            from need as n) as s
        left join chosen as c on c.id = p.id
    )
    select coalesce(jsonb_agg(jsonb_build_object(
        'id', j.id, 'code', j.place -> 'code', 'name', j.place -> 'name', 'covers', j.covers, 'wanted', j.units,
        'ships', coalesce(j.ships, 0), 'distance_km', j.place -> 'distance_km', 'arrives_on', j.place -> 'arrives_on',
        'excluded', j.excluded, 'criterion', j.criterion,
        'cost_minor', case when j.ships is not null then coalesce((j.place ->> 'base_minor')::bigint, 0)
            + coalesce((j.place ->> 'handling_minor')::bigint, 0)
            + round(j.grams * coalesce((j.place ->> 'per_kg_minor')::bigint, 0) / 1000.0)::bigint end,
        'verdict', case
            when j.ships is not null then 'chosen'
            when j.excluded is not null then 'excluded'
            when j.covers = 0 then 'no_stock'
            when j.locations > 1 then 'not_needed'
            when j.covers < j.units then 'less_stock'
            when j.criterion is not null then 'worse'
            else 'as_good'
        end) order by j.ships is null, (j.place ->> 'distance_km')::int, j.id), '[]')
    from judged as j
$$;

-- What was thought of each location: [{id, code, name, covers, wanted, ships, distance_km, arrives_on, excluded, verdict,
-- criterion, cost_minor: what its shipment costs}]. Verdicts: chosen; excluded (with why); no_stock; less_stock (has not
-- everything); worse (by this criterion); as_good; not_needed (another combination is better). Text until it is in the result, as
-- in routing._places. Called by: routing.plan
create or replace function routing._considered(p_inputs jsonb, p_problem jsonb, p_parcels jsonb) returns json
language sql immutable set search_path = pg_catalog, pg_temp
as $$
    with given as materialized (
        select p_inputs -> 'rules' as rules, p_problem -> 'alone' as alone, p_problem -> 'criteria' as criteria, (p_problem ->> 'wanted')::bigint as wanted
    ), need as materialized (
        select l.variant, sum(l.quantity) as wanted
        from jsonb_to_recordset(p_inputs -> 'lines') as l (variant text, quantity int) group by l.variant
    ), parcel as materialized (
        select p.* from jsonb_to_recordset(p_parcels) as p (id int, ships int, cost_minor bigint)
    ), best as (
        select g.alone -> min(p.id)::text as alone from given as g cross join parcel as p group by g.alone having count(*) = 1
    ), judged as materialized (
        select o.value as place, (o.value ->> 'id')::int as id, s.covers, p.ships, p.cost_minor,
               case when not g.alone ? (o.value ->> 'id') then routing._eliminated(o.value, g.rules, p_inputs, s.covers, g.wanted) end as excluded, (
            select n.value  -- the first criterion by which it is worse than the one chosen
            from jsonb_array_elements_text(g.criteria) with ordinality as n
            where p.id is null and g.alone -> (o.value ->> 'id') -> (n.ordinality::int - 1) <> b.alone -> (n.ordinality::int - 1)
            order by n.ordinality limit 1) as criterion
        from given as g cross join jsonb_array_elements(p_inputs -> 'locations') as o
        cross join lateral (
            select coalesce(sum(least(n.wanted, (o.value -> 'available' ->> n.variant)::int)), 0)::bigint as covers
            from need as n where o.value -> 'available' ? n.variant) as s
        left join parcel as p on p.id = (o.value ->> 'id')::int
        left join best as b on true
    )
    select coalesce(json_agg(json_build_object(
        'id', j.id, 'code', j.place -> 'code', 'name', j.place -> 'name', 'covers', j.covers, 'wanted', g.wanted,
        'ships', coalesce(j.ships, 0), 'distance_km', j.place -> 'distance_km', 'arrives_on', j.place -> 'arrives_on',
        'excluded', j.excluded, 'criterion', j.criterion, 'cost_minor', j.cost_minor,
        'verdict', case
            when j.ships is not null then 'chosen'
            when j.excluded is not null then 'excluded'
            when j.covers = 0 then 'no_stock'
            when c.parcels > 1 then 'not_needed'
            when j.covers < g.wanted then 'less_stock'
            when j.criterion is not null then 'worse'
            else 'as_good'
        end) order by j.ships is null, (j.place ->> 'distance_km')::int, j.id), '[]')
    from judged as j cross join given as g cross join (select count(*) as parcels from parcel) as c
$$;

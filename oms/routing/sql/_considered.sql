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
        select o.*, s.covers, p.ships, p.cost_minor,
               case when not g.alone ? o.id::text then routing._eliminated(o.place, g.rules, p_inputs, s.covers, g.wanted) end as excluded, (
            select g.criteria ->> (min(n.place) - 1)::int  -- the first criterion by which it is worse than the one chosen
            from jsonb_array_elements(b.alone) with ordinality as n (cost, place)
            where p.id is null and g.alone -> o.id::text -> (n.place::int - 1) <> n.cost) as criterion
        from given as g
        cross join rows from (
            jsonb_array_elements(p_inputs -> 'locations'),
            jsonb_to_recordset(p_inputs -> 'locations') as (id int, code text, name text, distance_km int, arrives_on text, available jsonb)
        ) as o (place, id, code, name, distance_km, arrives_on, available)
        cross join lateral (
            select coalesce(sum(least(n.wanted, coalesce((o.available ->> n.variant)::int, 0))), 0)::bigint as covers from need as n) as s
        left join parcel as p on p.id = o.id
        left join best as b on true
    )
    select coalesce(json_agg(json_build_object(
        'id', j.id, 'code', j.code, 'name', j.name, 'covers', j.covers, 'wanted', g.wanted, 'ships', coalesce(j.ships, 0),
        'distance_km', j.distance_km, 'arrives_on', j.arrives_on, 'excluded', j.excluded, 'criterion', j.criterion,
        'cost_minor', j.cost_minor, 'verdict', case
            when j.ships is not null then 'chosen'
            when j.excluded is not null then 'excluded'
            when j.covers = 0 then 'no_stock'
            when c.parcels > 1 then 'not_needed'
            when j.covers < g.wanted then 'less_stock'
            when j.criterion is not null then 'worse'
            else 'as_good'
        end) order by j.ships is null, j.distance_km, j.id), '[]')
    from judged as j cross join given as g cross join (select count(*) as parcels from parcel) as c
$$;

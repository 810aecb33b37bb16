-- The choice in bare numbers: {limit, criteria, wanted: units, alone: {location id: [what it would cost alone, by criterion]} of all
-- that may be chosen; and of the 8 most promising of them: places: [{id, bit: its bit in a combination, covers, fixed: [what using it
-- costs, by criterion]}], the best first; needs: [{variant, wanted, supply: [{id, bit, has, unit: [what each unit costs, by
-- criterion]}]}], in the turn in which units are taken, so that taking them from whatever places are used costs least by the criteria,
-- one after the other}. The most promising of more than 8 are those that together fill the most; for each variant the best that has
-- all of it; then the best. Called by: routing.plan, routing._outdone
create or replace function routing._problem(p_inputs jsonb) returns jsonb
language sql immutable set search_path = pg_catalog, pg_temp
as $$
    with supply as materialized (
        select s.* from routing._supplies(p_inputs) as s
    ), place as materialized (
        select s.place, s.location_id, s.covers, s.fixed, s.alone from supply as s group by s.place, s.location_id, s.covers, s.fixed, s.alone
    ), shortlist as materialized (
        select routing._together(array_agg(s.place), array_agg(s.variant), array_agg(s.has), array_agg(s.wanted)) as together,
               array(
                   select distinct on (s.variant) s.place from supply as s where s.has >= s.wanted
                   order by s.variant, s.fixed, s.unit, s.location_id) as whole
        from supply as s where exists (select from place as p where p.place > 8)
    ), promising as materialized (
        select p.*, 1 << (row_number() over (order by p.place))::int - 1 as bit
        from (
            select p.* from place as p cross join shortlist as l
            order by p.place = any (l.together) desc, p.place = any (l.whole) desc, p.place limit 8
        ) as p
    )
    select json_build_object(
        'limit', p_inputs #> '{rules,max_parcels}', 'criteria', routing._criteria(p_inputs -> 'rules'),
        'wanted', (select sum((l.value ->> 'quantity')::int) from jsonb_array_elements(p_inputs -> 'lines') as l),
        'alone', (select coalesce(json_object_agg(p.location_id, p.alone), '{}') from place as p),
        'places', (select coalesce(json_agg(json_build_object(
            'id', p.location_id, 'bit', p.bit, 'covers', p.covers, 'fixed', p.fixed) order by p.place), '[]') from promising as p),
        'needs', (select coalesce(json_agg(n.need), '[]') from (
            select json_build_object('variant', s.variant, 'wanted', s.wanted, 'supply', json_agg(
                json_build_object('id', p.location_id, 'bit', p.bit, 'has', s.has, 'unit', s.unit)
                order by s.unit, s.fixed, s.location_id)) as need
            from supply as s join promising as p on p.place = s.place group by s.variant, s.wanted) as n))::jsonb
$$;

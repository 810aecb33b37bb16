-- For each location: what was thought of it. Verdicts: chosen; excluded (with why); no_stock; less_stock (has not
-- everything); farther; lower_priority; not_needed (another combination is better). Called by: routing.plan
create or replace function routing._considered(p_inputs jsonb, p_allocations jsonb, p_wanted int) returns jsonb
language sql immutable set search_path = pg_catalog, pg_temp
as $$
    with chosen as (
        select (a.value ->> 'location_id')::int as id, sum((a.value ->> 'quantity')::int) as ships
        from jsonb_array_elements(p_allocations) as a group by 1
    ), place as (
        select (o.value ->> 'id')::int as id, o.value ->> 'code' as code, o.value ->> 'name' as name,
               o.value ->> 'excluded' as excluded, (o.value ->> 'distance_km')::int as distance_km,
               (select coalesce(sum(least(n.quantity, coalesce((o.value #>> array['available', n.variant])::int, 0))), 0)
                from (select l.value ->> 'variant' as variant, sum((l.value ->> 'quantity')::int) as quantity
                      from jsonb_array_elements(p_inputs -> 'lines') as l group by 1) as n) as covers
        from jsonb_array_elements(p_inputs -> 'locations') as o
    ), best as (
        select max(p.distance_km) as distance_km, count(*) as locations from chosen as c join place as p on p.id = c.id
    )
    select coalesce(jsonb_agg(jsonb_build_object(
        'id', p.id, 'code', p.code, 'name', p.name, 'covers', p.covers, 'wanted', p_wanted, 'ships', coalesce(c.ships, 0),
        'distance_km', p.distance_km, 'excluded', p.excluded,
        'verdict', case
            when c.id is not null then 'chosen'
            when p.excluded is not null then 'excluded'
            when p.covers = 0 then 'no_stock'
            when b.locations > 1 then 'not_needed'
            when p.covers < p_wanted then 'less_stock'
            when p.distance_km > b.distance_km then 'farther'
            else 'lower_priority'
        end) order by c.id is null, p.distance_km, p.id), '[]')
    from place as p left join chosen as c on c.id = p.id cross join best as b
$$;

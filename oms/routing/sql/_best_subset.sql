-- The best set of locations: fills most, then by the criteria in their order, then by id. With `p_alone` only single
-- locations that have everything, the common case, found without looking at combinations. Null when there is none.
-- Called by: routing.plan
create or replace function routing._best_subset(p_inputs jsonb, p_alone boolean) returns int[]
language sql immutable set search_path = pg_catalog, pg_temp
as $$
    with need as (
        select l.value ->> 'variant' as variant, sum((l.value ->> 'quantity')::int) as quantity
        from jsonb_array_elements(p_inputs -> 'lines') as l group by 1
    ), candidate as (
        select (o.value ->> 'id')::int as id, (o.value ->> 'priority')::int as priority, o.value -> 'available' as available,
               coalesce((o.value ->> 'distance_km')::int, 0) as distance_km,
               row_number() over (order by coalesce((o.value ->> 'distance_km')::int, 0), (o.value ->> 'priority')::int,
                                           (o.value ->> 'id')::int)::int - 1 as bit
        from jsonb_array_elements(p_inputs -> 'locations') as o
        where o.value ->> 'excluded' is null and o.value -> 'available' <> '{}'
    ), subset as (
        select mask from generate_series(1, (1 << (select least(count(*), 8)::int from candidate)) - 1) as mask
        where not p_alone or mask & (mask - 1) = 0
    ), member as (
        select s.mask, c.* from subset as s join candidate as c on c.bit < 8 and s.mask & (1 << c.bit) <> 0
    ), filled as (
        select f.mask, sum(f.filled) as filled
        from (
            select m.mask, n.variant, least(n.quantity, sum(coalesce((m.available ->> n.variant)::int, 0))) as filled
            from member as m cross join need as n group by m.mask, n.variant, n.quantity
        ) as f group by f.mask
    ), scored as (
        select m.mask, array_agg(m.id order by m.bit) as ids, count(*) as splits,
               sum(m.distance_km) as distance_km, sum(m.priority) as priority
        from member as m group by m.mask
    )
    select s.ids
    from scored as s join filled as f on f.mask = s.mask
    where f.filled > 0 and (not p_alone or f.filled = (select sum(n.quantity) from need as n))
    order by f.filled desc,
        array(select case c.name when 'fewest_splits' then s.splits when 'nearest' then s.distance_km when 'priority' then s.priority end
              from jsonb_array_elements_text(p_inputs -> 'criteria') with ordinality as c (name, place) order by c.place),
        s.ids
    limit 1
$$;

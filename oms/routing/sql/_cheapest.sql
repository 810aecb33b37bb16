-- Of these combinations of a problem's places (see routing._problem) those that cost least by its criterion number `p_k`, from
-- 0: what using each place costs, added up or the highest of it, and what the units cost that are taken from them in turn.
-- Called by: routing._best_subset
create or replace function routing._cheapest(p_problem jsonb, p_masks int[], p_k int, p_is_maximum boolean) returns int[]
language sql immutable set search_path = pg_catalog, pg_temp
as $$
    with place as (
        select 1 << (p.ordinality::int - 1) as bit, p.value from jsonb_array_elements(p_problem -> 'places') with ordinality as p
    ), used as (
        select m.mask, case when p_is_maximum then max(c.cost) else sum(c.cost) end as cost
        from unnest(p_masks) as m (mask) join place as p on m.mask & p.bit <> 0
        cross join lateral (select (p.value -> 'fixed' ->> p_k)::bigint as cost) as c
        group by m.mask
    ), supply as materialized (
        select s.*, s.unit[p_k + 1] as cost from routing._supplies(p_problem) as s where exists (
            select from jsonb_path_query(p_problem, '$.places[*].supply.*.unit') as u (costs) where u.costs ->> p_k <> '0')
    ), taken as (
        select m.mask, s.cost, greatest(0, least(s.has, s.need - coalesce(sum(s.has) over (
            partition by m.mask, s.variant order by s.turn rows between unbounded preceding and 1 preceding), 0))) as quantity
        from unnest(p_masks) as m (mask) join supply as s on m.mask & s.mask <> 0
    ), spent as (
        select t.mask, sum(t.cost * t.quantity) as cost from taken as t group by t.mask
    )
    select array_agg(c.mask) filter (where c.cost = c.least)
    from (
        select u.mask, u.cost + coalesce(s.cost, 0) as cost, min(u.cost + coalesce(s.cost, 0)) over () as least
        from used as u left join spent as s on s.mask = u.mask
    ) as c
$$;

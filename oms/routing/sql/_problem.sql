-- The choice in bare numbers: {need: {variant: n}, limit, criteria, places: [{id, covers, fixed: [what using it costs, by
-- criterion], alone: [what it would cost alone], supply: {variant: {has, use: of what it has as much as is needed,
-- unit: [what each unit costs, by criterion]}}}]}, the places best first: those that have more, then by the criteria.
-- What is cheapest counts in thousandths of a minor unit. Called by: routing.plan
create or replace function routing._problem(p_inputs jsonb) returns jsonb
language sql immutable set search_path = pg_catalog, pg_temp
as $$
    with rules as materialized (
        select r.rules, case when r.rules #>> '{rest,do}' = 'dropship' then '["own_stock"]' else '[]'::jsonb end
                   || coalesce(r.rules -> 'criteria', '[]') as criteria,
               coalesce((r.rules ->> 'split_cost_minor')::bigint, 0) as split_minor,
               case p_inputs ->> 'method' when 'ship' then coalesce((r.rules ->> 'keep_on_floor')::int, 0) else 0 end as floor
        from (select p_inputs -> 'rules' as rules) as r
    ), criterion as materialized (
        select c.name, c.place from rules as r, jsonb_array_elements_text(r.criteria) with ordinality as c (name, place)
    ), need as materialized (
        select n.*, (
            select max((o.value #>> array['available', n.variant])::int) from jsonb_array_elements(p_inputs -> 'locations') as o) as most
        from (
            select l.value ->> 'variant' as variant, sum((l.value ->> 'quantity')::int) as quantity,
                   max(coalesce((l.value ->> 'grams')::bigint, 0)) as grams
            from jsonb_array_elements(p_inputs -> 'lines') as l group by 1
        ) as n
    ), place as (
        select o.value ->> 'id' as id, s.covers, s.supply, f.fixed
        from rules as r cross join jsonb_array_elements(p_inputs -> 'locations') as o
        cross join lateral (
            select sum(least(a.has, n.quantity)) as covers, jsonb_object_agg(n.variant, jsonb_build_object(
                'has', a.has, 'use', least(a.has, n.quantity), 'unit', (
                    select jsonb_agg(case c.name
                        when 'own_stock' then (o.value ->> 'kind' = 'supplier')::int::bigint
                        when 'cheapest' then n.grams * coalesce((o.value ->> 'per_kg_minor')::bigint, 0)
                        when 'balance_stock' then n.most - a.has
                        when 'keep_store_stock' then (o.value ->> 'kind' = 'store')::int
                        when 'supplier_cost' then coalesce((o.value #>> array['supplier_costs', n.variant])::bigint, 0)
                        else 0 end order by c.place)
                    from criterion as c))) as supply
            from need as n cross join lateral (
                select (o.value #>> array['available', n.variant])::int
                    - case o.value ->> 'kind' when 'store' then r.floor else 0 end as has) as a
            where a.has > 0
        ) as s
        cross join lateral (
            select array_agg(case c.name
                when 'fewest_splits' then 1
                when 'cheapest' then 1000 * (coalesce((o.value ->> 'base_minor')::bigint, 0)
                    + coalesce((o.value ->> 'handling_minor')::bigint, 0) + r.split_minor)
                when 'nearest' then coalesce((o.value ->> 'distance_km')::bigint, 99999)
                when 'fastest' then coalesce((o.value ->> 'days')::bigint, 999)
                when 'priority' then (o.value ->> 'priority')::bigint
                when 'most_accurate' then 1000 - coalesce((o.value ->> 'accuracy')::bigint, 1000)
                else 0 end order by c.place) as fixed
            from criterion as c
        ) as f
        where s.covers > 0
            and routing._eliminated(o.value, r.rules, p_inputs, s.covers, (select sum(n.quantity) from need as n)) is null
    ), scored as (
        select p.*, array(
            select c.cost + (
                select sum((v.value -> 'unit' ->> (c.place::int - 1))::bigint * (v.value -> 'use')::int)
                from jsonb_each(p.supply) as v)
            from unnest(p.fixed) with ordinality as c (cost, place) order by c.place) as alone
        from place as p
    )
    select jsonb_build_object(
        'need', (select coalesce(jsonb_object_agg(n.variant, n.quantity), '{}') from need as n),
        'limit', (select r.rules -> 'max_parcels' from rules as r),
        'criteria', (select r.criteria from rules as r),
        'places', (select coalesce(jsonb_agg(jsonb_build_object(
            'id', s.id::int, 'covers', s.covers, 'fixed', s.fixed, 'alone', s.alone, 'supply', s.supply)
            order by s.covers desc, s.alone, s.id::int), '[]') from scored as s))
$$;

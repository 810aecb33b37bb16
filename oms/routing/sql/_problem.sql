-- The choice in bare numbers: {need: {variant: n}, limit, criteria, places: [{id, covers,
-- fixed: [what using it costs, by criterion], alone: [what it would cost alone], supply: {variant: {has, unit: [what each unit
-- costs, by criterion], turn}}}]}, the places best first: those that have more, then by the criteria. Units of a variant are
-- taken from its places in turn, so that what is taken from given places costs least, in the order of the criteria.
-- What is cheapest counts in thousandths of a minor unit. Called by: routing.plan
create or replace function routing._problem(p_inputs jsonb) returns jsonb
language sql immutable set search_path = pg_catalog, pg_temp
as $$
    with rules as (
        select r.rules, case when r.rules #>> '{rest,do}' = 'dropship' then '["own_stock"]' else '[]'::jsonb end
                   || coalesce(r.rules -> 'criteria', '[]') as criteria,
               coalesce((r.rules ->> 'split_cost_minor')::bigint, 0) as split_minor, (r.rules ->> 'keep_on_floor')::int as floor
        from (select p_inputs -> 'rules' as rules) as r
    ), criterion as (
        select c.name, c.place from rules as r, jsonb_array_elements_text(r.criteria) with ordinality as c (name, place)
    ), need as (
        select l.value ->> 'variant' as variant, sum((l.value ->> 'quantity')::int) as quantity,
               max(coalesce((l.value ->> 'grams')::bigint, 0)) as grams
        from jsonb_array_elements(p_inputs -> 'lines') as l group by 1
    ), supply as (
        select (o.value ->> 'id')::int as id, o.value as place, n.variant, n.quantity, n.grams, a.has
        from rules as r, jsonb_array_elements(p_inputs -> 'locations') as o
        cross join need as n
        cross join lateral (select (o.value #>> array['available', n.variant])::int - case
            when o.value ->> 'kind' = 'store' and p_inputs ->> 'method' = 'ship' then coalesce(r.floor, 0) else 0 end as has) as a
        where a.has > 0
    ), place as materialized (
        select s.id, s.place, s.covers
        from (select s.id, s.place, sum(least(s.has, s.quantity)) as covers from supply as s group by s.id, s.place) as s, rules as r
        where routing._eliminated(s.place, r.rules, p_inputs, s.covers, (select sum(n.quantity) from need as n)) is null
    ), fixed as (
        select p.id, array_agg(case c.name
            when 'fewest_splits' then 1
            when 'cheapest' then 1000 * (coalesce((p.place ->> 'base_minor')::bigint, 0)
                + coalesce((p.place ->> 'handling_minor')::bigint, 0) + r.split_minor)
            when 'nearest' then coalesce((p.place ->> 'distance_km')::bigint, 99999)
            when 'fastest' then coalesce((p.place ->> 'days')::bigint, 999)
            when 'priority' then (p.place ->> 'priority')::bigint
            when 'most_accurate' then 1000 - coalesce((p.place ->> 'accuracy')::bigint, 1000)
            else 0 end order by c.place) as costs
        from place as p cross join criterion as c cross join rules as r group by p.id
    ), unit as (
        select s.id, s.variant, s.has, s.quantity, array_agg(case c.name
            when 'own_stock' then (p.place ->> 'kind' = 'supplier')::int::bigint
            when 'cheapest' then s.grams * coalesce((p.place ->> 'per_kg_minor')::bigint, 0)
            when 'balance_stock' then s.most - s.has
            when 'keep_store_stock' then (p.place ->> 'kind' = 'store')::int
            when 'supplier_cost' then coalesce((p.place #>> array['supplier_costs', s.variant])::bigint, 0)
            else 0 end order by c.place) as costs
        from (select s.*, max(s.has) over (partition by s.variant) as most from supply as s where s.id in (select p.id from place as p)) as s
        join place as p on p.id = s.id cross join criterion as c
        group by s.id, s.variant, s.has, s.quantity
    ), turn as (
        select u.*, row_number() over (partition by u.variant order by u.costs, f.costs, u.id) as turn
        from unit as u join fixed as f on f.id = u.id
    ), spent as (
        select u.id, c.place, sum(c.cost * least(u.has, u.quantity)) as cost
        from unit as u cross join unnest(u.costs) with ordinality as c (cost, place) group by u.id, c.place
    ), scored as (
        select p.id, p.covers, f.costs as fixed, array_agg(c.cost + s.cost order by c.place) as alone
        from place as p join fixed as f on f.id = p.id
        cross join unnest(f.costs) with ordinality as c (cost, place)
        join spent as s on s.id = p.id and s.place = c.place
        group by p.id, p.covers, f.costs
    )
    select jsonb_build_object(
        'need', (select coalesce(jsonb_object_agg(n.variant, n.quantity), '{}') from need as n),
        'limit', (select r.rules -> 'max_parcels' from rules as r),
        'criteria', (select r.criteria from rules as r),
        'places', (select coalesce(jsonb_agg(jsonb_build_object('id', s.id, 'covers', s.covers, 'fixed', s.fixed, 'alone', s.alone,
            'supply', t.supply) order by s.covers desc, s.alone, s.id), '[]')
            from scored as s join (
                select t.id, jsonb_object_agg(t.variant, jsonb_build_object('has', t.has, 'unit', t.costs, 'turn', t.turn)) as supply
                from turn as t group by t.id) as t on t.id = s.id))
$$;

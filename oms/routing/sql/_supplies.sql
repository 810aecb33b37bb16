-- What each location that may be chosen has of each variant that is wanted, above what a store keeps on its floor, in bare numbers;
-- by the profile's criteria (see routing._criteria) unit is what each unit of it costs. Of the location covers says how many of all
-- wanted units it has, fixed what using it costs, alone what it would cost if it did what it can alone, and place which it is
-- among them, the best first: those that have more, then by the criteria. What is cheapest counts in thousandths of a minor unit.
-- Called by: routing._problem
create or replace function routing._supplies(
    p_inputs jsonb, out location_id int, out variant text, out wanted int, out has int, out unit bigint[],
    out place int, out covers int, out fixed bigint[], out alone bigint[]
) returns setof record
language sql immutable set search_path = pg_catalog, pg_temp
as $$
    with rules as materialized (
        select r.rules, coalesce((r.rules ->> 'split_cost_minor')::bigint, 0) as split_minor,
               case p_inputs ->> 'method' when 'ship' then coalesce((r.rules ->> 'keep_on_floor')::int, 0) else 0 end as floor
        from (select p_inputs -> 'rules' as rules) as r
    ), criterion as materialized (  -- in their order, which the arrays below keep
        select c.name from rules as r, unnest(routing._criteria(r.rules)) as c (name)
    ), need as materialized (
        select l.variant, sum(l.quantity)::int as wanted, max(coalesce(l.grams, 0)) as grams
        from jsonb_to_recordset(p_inputs -> 'lines') as l (variant text, quantity int, grams bigint) group by l.variant
    ), place as materialized (
        select p.*
        from rows from (
            jsonb_array_elements(p_inputs -> 'locations'), jsonb_to_recordset(p_inputs -> 'locations') as (
                id int, kind text, priority bigint, distance_km bigint, days bigint, base_minor bigint, per_kg_minor bigint,
                handling_minor bigint, accuracy bigint, available jsonb, supplier_costs jsonb)
        ) as p (place, id, kind, priority, distance_km, days, base_minor, per_kg_minor, handling_minor, accuracy, available, supplier_costs)
    ), stock as materialized (
        select p.id, p.kind, n.variant, n.wanted, h.has as on_hand, h.has - case p.kind when 'store' then r.floor else 0 end as has,
               n.grams * coalesce(p.per_kg_minor, 0) as weight, coalesce((p.supplier_costs ->> n.variant)::bigint, 0) as asked
        from rules as r cross join place as p cross join need as n
        cross join lateral (select (p.available ->> n.variant)::int as has) as h
        where h.has > 0
    ), supply as materialized (
        select s.*, least(s.has, s.wanted) as use, m.most - s.has as scarcity,
               (s.kind = 'supplier')::int as supplied, (s.kind = 'store')::int as from_floor
        from stock as s
        join (select a.variant, max(a.on_hand) as most from stock as a group by a.variant) as m on m.variant = s.variant
        where s.has > 0
    ), covered as (
        select s.id, sum(s.use) as covers, sum(s.use * s.supplied) as supplied, sum(s.use * s.from_floor) as from_floor,
               sum(s.use * s.weight)::bigint as weight, sum(s.use * s.scarcity) as scarcity, sum(s.use * s.asked)::bigint as asked
        from supply as s group by s.id
    ), rated as materialized (
        select c.id, c.covers, f.fixed, f.alone, row_number() over (order by c.covers desc, f.alone, c.id) as rank
        from rules as r cross join covered as c join place as p on p.id = c.id
        cross join lateral (
            select array_agg(v.fixed) as fixed, array_agg(v.fixed + v.units) as alone
            from (
                select routing._unit_cost(n.name, c.supplied, c.from_floor, c.weight, c.scarcity, c.asked) as units, case n.name
                    when 'fewest_splits' then 1
                    when 'cheapest' then 1000 * (coalesce(p.base_minor, 0) + coalesce(p.handling_minor, 0) + r.split_minor)
                    when 'nearest' then coalesce(p.distance_km, 99999)
                    when 'fastest' then coalesce(p.days, 999)
                    when 'priority' then p.priority
                    when 'most_accurate' then 1000 - coalesce(p.accuracy, 1000)
                    else 0 end as fixed
                from criterion as n) as v) as f
        where routing._eliminated(p.place, r.rules, p_inputs, c.covers, (select sum(n.wanted) from need as n)) is null
    )
    select s.id, s.variant, s.wanted, s.has, array(
            select routing._unit_cost(c.name, s.supplied, s.from_floor, s.weight, s.scarcity, s.asked) from criterion as c),
           r.rank, r.covers, r.fixed, r.alone
    from supply as s join rated as r on r.id = s.id
$$;

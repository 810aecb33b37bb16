-- The change (see routing._hindrance) by which a location that has everything would no longer lose to what was chosen: better
-- by the gap of the first criterion it loses by or, where all are equal, by one of the first that can be. Null when nothing helps.
-- Called by: routing._hindrance
create or replace function routing._outdone(p_inputs jsonb, p_result jsonb, p_place jsonb) returns jsonb
language sql immutable set search_path = pg_catalog, pg_temp
as $$
    with problem as materialized (
        select routing._problem(p_inputs) as problem
    ), allocation as (
        select a.location_id, l.variant, a.quantity
        from jsonb_to_recordset(p_result -> 'allocations') as a (line_id bigint, location_id int, quantity int)
        join jsonb_to_recordset(p_inputs -> 'lines') as l (line bigint, variant text) on l.line = a.line_id
    ), chosen as (
        select p.fixed from problem as m cross join jsonb_to_recordset(m.problem -> 'places') as p (id int, fixed bigint[])
        where p.id in (select a.location_id from allocation as a)
    ), unit as (
        select s.id, n.variant, s.unit
        from problem as m cross join jsonb_to_recordset(m.problem -> 'needs') as n (variant text, supply jsonb)
        cross join jsonb_to_recordset(n.supply) as s (id int, unit bigint[])
    ), criterion as (
        select c.name, c.k, (m.problem #> array['alone', p_place ->> 'id'] ->> (c.k::int - 1))::bigint as alone
        from problem as m cross join jsonb_array_elements_text(m.problem -> 'criteria') with ordinality as c (name, k)
    ), gap as (
        select c.name, c.k, c.alone - case c.name when 'fastest' then max(p.fixed[c.k]) else sum(p.fixed[c.k]) end - coalesce((
            select sum(a.quantity * u.unit[c.k])
            from allocation as a join unit as u on u.id = a.location_id and u.variant = a.variant), 0) as gap
        from criterion as c cross join chosen as p group by c.name, c.k, c.alone
    ), worst as (
        select g.name, g.gap from gap as g
        where g.gap > 0 or g.gap = 0 and g.name in ('cheapest', 'nearest', 'fastest', 'priority') order by g.gap <= 0, g.k limit 1
    )
    select case
        when w.name in ('keep_store_stock', 'supplier_cost', 'balance_stock') then jsonb_build_object('of', 'rules', 'fact', 'criteria',
            'from', p_inputs #> '{rules,criteria}', 'to', (p_inputs #> '{rules,criteria}') - w.name)
        else (
            select jsonb_build_object('of', 'place', 'fact', f.fact, 'from', p_place -> f.fact, 'to', f.reached)
            from (values
                ('cheapest', 'base_minor', coalesce((p_place ->> 'base_minor')::bigint, 0) - ceil(greatest(w.gap, 1) / 1000.0)::bigint),
                ('nearest', 'distance_km', coalesce((p_place ->> 'distance_km')::bigint, 99999) - greatest(w.gap, 1)),
                ('fastest', 'days', coalesce((p_place ->> 'days')::bigint, 999) - greatest(w.gap, 1)),
                ('priority', 'priority', (p_place ->> 'priority')::bigint - greatest(w.gap, 1)),
                ('most_accurate', 'accuracy', coalesce((p_place ->> 'accuracy')::bigint, 1000) + w.gap)
            ) as f (criterion, fact, reached) where f.criterion = w.name)
    end || jsonb_build_object('why', w.name)
    from worst as w
$$;

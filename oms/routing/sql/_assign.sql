-- Give the lines their quantities from the chosen places of a problem (see routing._problem), taken in turn.
-- Returns [{line_id, location_id, quantity}]. Called by: routing.plan
create or replace function routing._assign(p_problem jsonb, p_lines jsonb, p_location_ids int[]) returns jsonb
language sql immutable set search_path = pg_catalog, pg_temp
as $$
    with supply as (
        select s.*, sum(s.has) over (partition by s.variant order by s.turn) as until
        from (
            select (p.value ->> 'id')::int as id, v.key as variant, (v.value ->> 'has')::int as has, (v.value ->> 'turn')::int as turn
            from jsonb_array_elements(p_problem -> 'places') as p cross join jsonb_each(p.value -> 'supply') as v
            where (p.value ->> 'id')::int = any (p_location_ids)
        ) as s
    ), line as (
        select l.line, l.variant, l.quantity, l.place,
               sum(l.quantity) over (partition by l.variant order by l.place) as until
        from rows from (jsonb_to_recordset(p_lines) as (line bigint, variant text, quantity int))
            with ordinality as l (line, variant, quantity, place)
    )
    select coalesce(jsonb_agg(jsonb_build_object('line_id', l.line, 'location_id', s.id, 'quantity', t.quantity)
        order by l.place, s.turn), '[]')
    from line as l join supply as s on s.variant = l.variant
    cross join lateral (
        select least(l.until, s.until) - greatest(l.until - l.quantity, s.until - s.has) as quantity) as t
    where t.quantity > 0
$$;

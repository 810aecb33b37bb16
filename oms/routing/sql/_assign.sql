-- Give the lines their quantities from the chosen places of a problem (see routing._problem), taken in turn.
-- Returns [{line_id, location_id, quantity}]. Called by: routing.plan
create or replace function routing._assign(p_problem jsonb, p_lines jsonb, p_location_ids int[]) returns jsonb
language sql immutable set search_path = pg_catalog, pg_temp
as $$
    with supply as (
        select s.id, n.variant, s.has, s.turn, sum(s.has) over (partition by n.variant order by s.turn) as until
        from jsonb_to_recordset(p_problem -> 'needs') as n (variant text, supply jsonb)
        cross join rows from (jsonb_to_recordset(n.supply) as (id int, has int)) with ordinality as s (id, has, turn)
        where s.id = any (p_location_ids)
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

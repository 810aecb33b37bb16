-- What came of a delivery [{line_id, quantity, lots}], each line once; `expected` of it was still open.
-- Raises: OM103 quantity not positive, OM404 no such line. Called by: inventory.receive_incoming
create or replace function inventory._received(p_incoming_id bigint, p_lines jsonb)
returns table (line_id bigint, variant_id bigint, quantity int, expected int, lots jsonb, is_tracked boolean)
language plpgsql stable security definer set search_path = pg_catalog, pg_temp
as $$
declare
    v_given jsonb := coalesce(p_lines, '[]');
begin
    if v_given = '[]' or exists (
        select from jsonb_to_recordset(v_given) as g (quantity int) where g.quantity is null or g.quantity <= 0
    ) then
        raise exception using errcode = 'OM103', message = 'quantity must be positive';
    end if;
    if exists (
        select from jsonb_to_recordset(v_given) as g (line_id bigint) where not exists (
            select from inventory.incoming_lines as l where l.id = g.line_id and l.incoming_id = p_incoming_id)
    ) then
        raise exception using errcode = 'OM404', message = 'no such line';
    end if;
    return query
    select l.id, l.variant_id, g.quantity, least(g.quantity, l.open), g.lots, v.tracking <> 'none'
    from (
        select n.line_id, sum(n.quantity)::int as quantity, (
            select jsonb_agg(t.lot) from jsonb_to_recordset(v_given) as o (line_id bigint, lots jsonb)
            cross join jsonb_array_elements(o.lots) as t (lot) where o.line_id = n.line_id) as lots
        from jsonb_to_recordset(v_given) as n (line_id bigint, quantity int) group by n.line_id
    ) as g
    join inventory.incoming_lines as l on l.id = g.line_id
    join catalog.variants as v on v.id = l.variant_id
    order by l.variant_id;
end
$$;

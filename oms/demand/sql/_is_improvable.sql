-- Whether units of a line that are not promised yet, or promised for later, could be had out of an expected delivery.
-- Called by: demand.peg
create or replace function demand._is_improvable(p_request demand.requests, p_line demand.lines) returns boolean
language sql stable security definer set search_path = pg_catalog, pg_temp
as $$
    select exists (
        select from inventory.incoming_lines as n join inventory.incoming as i on i.id = n.incoming_id
        where n.variant_id = p_line.variant_id and n.open > n.pegged and demand._serves(p_request, i.location_id)
            and (s.quantity < p_line.backordered or i.expected_on < s.latest_on))
    from (
        select coalesce(sum(p.quantity), 0) as quantity, max(e.expected_on) filter (where p.state = 'pegged') as latest_on
        from demand.pegs as p join inventory.incoming_lines as m on m.id = p.incoming_line_id
        join inventory.incoming as e on e.id = m.incoming_id
        where p.line_id = p_line.id and p.state in ('pegged', 'arrived')
    ) as s
$$;

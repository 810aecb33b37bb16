-- Promise what waits of a line out of the expected deliveries, whose lines the caller has locked: see demand.peg.
-- Called by: demand.peg
create or replace function demand._peg_line(p_request demand.requests, p_line demand.lines) returns void
language plpgsql security definer set search_path = pg_catalog, pg_temp
as $$
declare
    v_before date := demand.promised_on(p_line.id);
    v_first date := (select min(p.first_promised_on) from demand.pegs as p where p.line_id = p_line.id);
    v_left int := p_line.backordered - (
        select coalesce(sum(p.quantity), 0) from demand.pegs as p where p.line_id = p_line.id and p.state = 'arrived');
    v_source record;
    v_take int;
begin
    perform demand._unpeg(p.id, p.quantity) from demand.pegs as p where p.line_id = p_line.id and p.state = 'pegged';
    for v_source in
        select n.id, i.location_id, n.open - n.pegged as free, greatest(i.expected_on, p_line.not_before) as promised_on
        from inventory.incoming_lines as n join inventory.incoming as i on i.id = n.incoming_id
        where n.variant_id = p_line.variant_id and n.open > n.pegged and demand._serves(p_request, i.location_id)
        order by i.expected_on, n.id
    loop
        exit when v_left <= 0;
        v_take := least(v_left, v_source.free);
        v_left := v_left - v_take;
        perform inventory.peg_incoming(v_source.id, v_take);
        insert into demand.pegs (line_id, incoming_line_id, variant_id, location_id, quantity, promised_on, first_promised_on,
                                 created_at)
        values (p_line.id, v_source.id, p_line.variant_id, v_source.location_id, v_take, v_source.promised_on,
                coalesce(v_first, v_source.promised_on), db.now());
    end loop;
    perform demand._tell_promise(p_line, v_before);
end
$$;

-- The lines of a request that wait for a SKU may be sent from the day that its terms say now; their promises follow.
-- Locks: request, lines. Called by: the release_date task
create or replace function demand.follow_release_date(p_request_id bigint, p_variant_id bigint) returns void
language plpgsql security definer set search_path = pg_catalog, pg_temp
as $$
declare
    v_request demand.requests := demand.lock_request(p_request_id);
    v_day date := (demand._terms(p_variant_id, v_request.channel)).release_on;
    v_line demand.lines;
    v_before date;
begin
    for v_line in
        select l.* from demand.lines as l
        where l.request_id = p_request_id and l.variant_id = p_variant_id and l.unrouted + l.backordered > 0
            and l.not_before is distinct from v_day
        order by l.id
    loop
        v_before := demand.promised_on(v_line.id);
        update demand.lines set not_before = v_day where id = v_line.id;
        update demand.pegs as p set promised_on = greatest(i.expected_on, v_day)
        from inventory.incoming_lines as n join inventory.incoming as i on i.id = n.incoming_id
        where p.line_id = v_line.id and p.state = 'pegged' and n.id = p.incoming_line_id;
        perform demand._tell_promise(v_line, v_before);
    end loop;
end
$$;

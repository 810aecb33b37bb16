-- So many units that an incoming line had promised can't be had: those promised last go without.
-- Called by: demand._arrive, _on_incoming_lines
create or replace function demand._withdraw(p_incoming_line_id bigint, p_units int) returns void
language plpgsql security definer set search_path = pg_catalog, pg_temp
as $$
declare
    v_peg record;
    v_left int := p_units;
    v_before date;
begin
    for v_peg in
        select p as peg, p.quantity, l as line
        from demand.pegs as p join demand.lines as l on l.id = p.line_id join demand.requests as r on r.id = l.request_id
        where p.incoming_line_id = p_incoming_line_id and p.state = 'pegged'
        order by p.promised_on desc, r.wanted_at desc, p.line_id desc, p.id desc
    loop
        exit when v_left = 0;
        v_before := demand.promised_on((v_peg.line).id);
        perform demand._end_peg(v_peg.peg, least(v_peg.quantity, v_left), 'released');
        perform demand._tell_promise(v_peg.line, v_before);
        v_left := v_left - least(v_peg.quantity, v_left);
    end loop;
end
$$;

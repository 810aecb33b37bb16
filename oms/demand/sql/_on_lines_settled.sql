-- Constraint trigger at commit, where fewer units of a line wait: promises that nobody waits for any more are given up, the
-- latest first; what is still to come before what has arrived.
create or replace function demand._on_lines_settled() returns trigger
language plpgsql security definer set search_path = pg_catalog, pg_temp
as $$
declare
    v_peg record;
    v_excess int := (
        select sum(p.quantity) - (select l.backordered + l.unrouted from demand.lines as l where l.id = new.id)
        from demand.pegs as p where p.line_id = new.id and p.state in ('pegged', 'arrived'));
begin
    for v_peg in
        select p.id, p.quantity from demand.pegs as p
        where p.line_id = new.id and p.state in ('pegged', 'arrived')
        order by p.state = 'arrived', p.promised_on desc, p.id desc
    loop
        exit when v_excess <= 0;
        perform demand._unpeg(v_peg.id, least(v_peg.quantity, v_excess));
        v_excess := v_excess - v_peg.quantity;
    end loop;
    return null;
end
$$;

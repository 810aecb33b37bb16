-- Trigger after insert or update of an expected delivery: what it promises is promised for its new day, at once; and since
-- other deliveries may now be earlier, the promises of its SKUs are looked at again.
create or replace function demand._on_incoming() returns trigger
language plpgsql security definer set search_path = pg_catalog, pg_temp
as $$
declare
    v_line record;
begin
    for v_line in
        select l as line, demand.promised_on(l.id) as before, array_agg(p.id) as peg_ids
        from demand.pegs as p join demand.lines as l on l.id = p.line_id
        join inventory.incoming_lines as n on n.id = p.incoming_line_id
        where n.incoming_id = new.id and p.state = 'pegged'
        group by l.id order by l.id
    loop
        update demand.pegs set promised_on = greatest(new.expected_on, (v_line.line).not_before) where id = any (v_line.peg_ids);
        perform demand._tell_promise(v_line.line, v_line.before);
    end loop;
    perform tasks.enqueue('demand.promise', jsonb_build_object('incoming_id', new.id));
    return null;
end
$$;

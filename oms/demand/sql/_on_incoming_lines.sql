-- Trigger after update of incoming lines: what was received goes to those it was promised to, what is closed is promised no
-- more, and the promises of its SKU are looked at again.
create or replace function demand._on_incoming_lines() returns trigger
language plpgsql security definer set search_path = pg_catalog, pg_temp
as $$
declare
    v_line record;
begin
    for v_line in
        select a.id, a.incoming_id, b.pegged - a.pegged as units, a.received > b.received as is_received
        from after as a join before as b on b.id = a.id
        where a.received > b.received or a.closed > b.closed
        order by a.id
    loop
        if v_line.is_received then
            perform demand._arrive(v_line.id, v_line.units);
        else
            perform demand._withdraw(v_line.id, v_line.units);
        end if;
        perform tasks.enqueue('demand.promise', jsonb_build_object('incoming_id', v_line.incoming_id),
                              format('demand.promise:%s:%s', v_line.incoming_id, pg_current_xact_id()));
    end loop;
    return null;
end
$$;

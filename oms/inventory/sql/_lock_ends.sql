-- Lock the levels of a transfer's SKUs at both of its ends, in the order of everybody: whoever sends the other way locks the same.
-- Those that are not there yet begin. Locks: level rows, sorted. Called by: inventory.send_transfer, unsend_transfer
create or replace function inventory._lock_ends(p_transfer inventory.transfers) returns void
language plpgsql security definer set search_path = pg_catalog, pg_temp
as $$
declare
    v_end record;
begin
    for v_end in
        select l.variant_id, e.location_id
        from inventory.transfer_lines as l
        cross join unnest(array[p_transfer.source_id, p_transfer.destination_id]) as e (location_id)
        where l.transfer_id = p_transfer.id order by l.variant_id, e.location_id
    loop
        perform from inventory.levels as l
        where l.variant_id = v_end.variant_id and l.location_id = v_end.location_id for update;
        if not found then
            perform inventory._expect(v_end.variant_id, v_end.location_id, 0);
        end if;
    end loop;
end
$$;

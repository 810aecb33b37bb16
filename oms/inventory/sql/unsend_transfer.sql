-- Undo the sending, while nothing has been taken in: the goods are back and reserved as before.
-- Locks: the transfer, level rows, sorted. Raises: OM143 it is not on its way, or something was taken in, OM403 not at the source, OM404.
-- Called by: the transfer page
create or replace function inventory.unsend_transfer(p_transfer_id bigint) returns void
language plpgsql security definer set search_path = pg_catalog, pg_temp
as $$
declare
    v_transfer inventory.transfers := inventory._lock_transfer(p_transfer_id);
    v_line record;
begin
    perform db.require_location(v_transfer.source_id);
    if v_transfer.state <> 'in_transit'
        or exists (select from inventory.transfer_lines as l where l.transfer_id = p_transfer_id and l.surplus > 0) then
        raise exception using errcode = 'OM143', message = 'not now';
    end if;
    perform inventory._move_transfer(p_transfer_id, 'ready');
    perform inventory._lock_ends(v_transfer);
    perform inventory.restore(inventory._transfer_claims(v_transfer), 'transfer', p_transfer_id);
    update inventory.transfer_lots set sent = 0 where transfer_id = p_transfer_id;
    perform inventory.post_lots(inventory._lot_changes(inventory._transfer_lots(p_transfer_id), v_transfer.source_id, 1, 1));
    for v_line in select * from inventory.transfer_lines as l where l.transfer_id = p_transfer_id order by l.variant_id loop
        perform inventory._expect(v_line.variant_id, v_transfer.destination_id, -v_line.sent);
    end loop;
    update inventory.transfer_lines set sent = 0 where transfer_id = p_transfer_id;
end
$$;

-- The goods leave: off the source's stock, and on their way to the destination. Locks: the transfer, level rows, sorted.
-- Raises: OM143 sent already, OM196 a lot must not be sold any more, OM403 not at the source, OM404, OM409, transfers_transition_lawful unless it was ready.
-- Called by: the transfer page, the API, the demo shop
create or replace function inventory.send_transfer(p_transfer_id bigint, p_version int default null) returns void
language plpgsql security definer set search_path = pg_catalog, pg_temp
as $$
declare
    v_transfer inventory.transfers := inventory._lock_transfer(p_transfer_id, p_version);
    v_line record;
begin
    perform db.require_location(v_transfer.source_id);
    perform inventory._move_transfer(p_transfer_id, 'in_transit');
    perform inventory._lock_ends(v_transfer);
    perform inventory._require_sound_lots(v_transfer);
    perform inventory.consume(inventory._transfer_claims(v_transfer), 'transfer_out', 'transfer', p_transfer_id);
    perform inventory.post_lots(inventory._lot_changes(inventory._transfer_lots(p_transfer_id), v_transfer.source_id, -1, -1));
    update inventory.transfer_lines set sent = quantity where transfer_id = p_transfer_id;
    update inventory.transfer_lots set sent = quantity where transfer_id = p_transfer_id;
    for v_line in select * from inventory.transfer_lines as l where l.transfer_id = p_transfer_id order by l.variant_id loop
        perform inventory._expect(v_line.variant_id, v_transfer.destination_id, v_line.sent);
        perform history.record('variant', v_line.variant_id, 'stock.sent',
            jsonb_build_object('quantity', v_line.sent, 'transfer', v_transfer.number), v_transfer.source_id);
    end loop;
end
$$;

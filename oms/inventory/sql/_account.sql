-- Write down what became of units of a transfer, of which lots [{lot_id, quantity}] where they are told apart, and let the stock at
-- its destination follow. Returns the receipt's id. A negative quantity undoes.
-- Locks: the transfer's line, the level row. Raises: transfer_receipts_*, transfer_lines_*, transfer_lots_*, levels_*, lot_levels_*.
-- Called by: inventory.receive_transfer, close_transfer, undo_transfer_receipt
create or replace function inventory._account(
    p_transfer inventory.transfers, p_variant_id bigint, p_outcome text, p_quantity int,
    p_note text default '', p_key text default null, p_undoes_id bigint default null, p_lots jsonb default null
) returns bigint
language plpgsql security definer set search_path = pg_catalog, pg_temp
as $$
declare
    v_id bigint;
begin
    insert into inventory.transfer_receipts (transfer_id, variant_id, outcome, quantity, note, key, undoes_id, actor, actor_name, received_at)
    values (p_transfer.id, p_variant_id, p_outcome, p_quantity, p_note, p_key, p_undoes_id, db.actor(), db.actor_name(), db.now())
    returning id into v_id;
    update inventory.transfer_lines as l
    set received = l.received + case p_outcome when 'received' then p_quantity else 0 end,
        damaged = l.damaged + case p_outcome when 'damaged' then p_quantity else 0 end,
        lost = l.lost + case p_outcome when 'lost' then p_quantity else 0 end,
        surplus = l.surplus + case p_outcome when 'surplus' then p_quantity else 0 end
    where l.transfer_id = p_transfer.id and l.variant_id = p_variant_id;
    perform inventory._account_lots(p_transfer.id, p_variant_id, v_id, p_outcome, p_lots);
    if p_outcome <> 'surplus' then
        perform inventory._expect(p_variant_id, p_transfer.destination_id, -p_quantity);
    end if;
    if p_outcome <> 'lost' then
        perform inventory._take_in(p_transfer, p_variant_id, p_outcome, p_quantity, p_note, p_lots);
    end if;
    return v_id;
end
$$;

-- Write down what became of units of a transfer, and let the stock at its destination follow: received and surplus can be
-- sold, damaged ones are there but unavailable, lost ones never come. Returns the receipt's id. A negative quantity undoes.
-- Locks: the transfer's line, the level row. Raises: transfer_receipts_*, transfer_lines_*, levels_*.
-- Called by: inventory.receive_transfer, close_transfer, undo_transfer_receipt
create or replace function inventory._account(
    p_transfer inventory.transfers, p_variant_id bigint, p_outcome text, p_quantity int,
    p_note text default '', p_key text default null, p_undoes_id bigint default null
) returns bigint
language plpgsql security definer set search_path = pg_catalog, pg_temp
as $$
declare
    v_at int := p_transfer.destination_id;
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
    if p_outcome <> 'surplus' then
        perform inventory._expect(p_variant_id, v_at, -p_quantity);
    end if;
    if p_outcome = 'damaged' and p_quantity < 0 then
        perform inventory.put_back(p_variant_id, v_at, -p_quantity, p_transfer.number);
    end if;
    if p_outcome <> 'lost' then
        perform inventory._post(p_variant_id, v_at, p_quantity, 'transfer_in', case p_outcome when 'received' then '' else p_outcome end, p_note, 'transfer', p_transfer.id);
        perform history.record('variant', p_variant_id, 'stock.received',
            jsonb_build_object('quantity', p_quantity, 'transfer', p_transfer.number), v_at);
    end if;
    if p_outcome = 'damaged' and p_quantity > 0 then
        perform inventory.set_aside(p_variant_id, v_at, p_quantity, 'damaged', p_note);
    end if;
    return v_id;
end
$$;

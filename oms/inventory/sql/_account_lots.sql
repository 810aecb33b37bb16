-- The same by lot [{lot_id, quantity}], as inventory._account writes down by SKU. What was not sent may be of a lot that was not.
-- Raises: transfer_lots_*. Called by: inventory._account
create or replace function inventory._account_lots(
    p_transfer_id bigint, p_variant_id bigint, p_receipt_id bigint, p_outcome text, p_lots jsonb
) returns void
language plpgsql security definer set search_path = pg_catalog, pg_temp
as $$
begin
    insert into inventory.transfer_receipt_lots (receipt_id, lot_id, quantity)
    select p_receipt_id, n.lot_id, n.quantity from jsonb_to_recordset(p_lots) as n (lot_id bigint, quantity int);
    insert into inventory.transfer_lots (transfer_id, lot_id, variant_id)
    select p_transfer_id, n.lot_id, p_variant_id from jsonb_to_recordset(p_lots) as n (lot_id bigint)
    on conflict (transfer_id, lot_id) do nothing;
    update inventory.transfer_lots as x
    set received = x.received + case p_outcome when 'received' then n.quantity else 0 end,
        damaged = x.damaged + case p_outcome when 'damaged' then n.quantity else 0 end,
        lost = x.lost + case p_outcome when 'lost' then n.quantity else 0 end,
        surplus = x.surplus + case p_outcome when 'surplus' then n.quantity else 0 end
    from jsonb_to_recordset(p_lots) as n (lot_id bigint, quantity int)
    where x.transfer_id = p_transfer_id and x.lot_id = n.lot_id;
end
$$;

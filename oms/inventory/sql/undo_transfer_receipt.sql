-- Undo one receipt of a transfer: the stock goes back to being under way (or, if it was surplus, away).
-- Locks: the transfer, the level row. Raises: OM403 not at the destination, OM404, transfer_receipts_undone_once,
-- levels_reserved_within_on_hand or lot_levels_within_on_hand when orders have it already. Called by: the transfer page
create or replace function inventory.undo_transfer_receipt(p_receipt_id bigint) returns void
language plpgsql security definer set search_path = pg_catalog, pg_temp
as $$
declare
    v_receipt inventory.transfer_receipts;
    v_transfer inventory.transfers;
begin
    select r.* into v_receipt from inventory.transfer_receipts as r where r.id = p_receipt_id and r.undoes_id is null;
    v_transfer := inventory._lock_transfer(v_receipt.transfer_id);
    perform db.require_location(v_transfer.destination_id);
    perform inventory._lock_levels(array[v_receipt.variant_id], v_transfer.destination_id);
    perform inventory._account(
        v_transfer, v_receipt.variant_id, v_receipt.outcome, -v_receipt.quantity, p_undoes_id => p_receipt_id, p_lots => (
            select jsonb_agg(jsonb_build_object('lot_id', x.lot_id, 'quantity', -x.quantity))
            from inventory.transfer_receipt_lots as x where x.receipt_id = p_receipt_id));
    perform inventory._settle_transfer(v_transfer);
end
$$;

-- Take in units of a transfer at its destination, in as many goes as it takes. `p_code` is a SKU or barcode, or the lot or serial
-- number they are of; `p_outcome` is received, damaged, lost or surplus (came although it was not sent). Where units are told apart,
-- `p_lots` [{code, expires_on, quantity}] says which (see _arrived_lots). Returns the receipt's id; the same `p_key` twice is one
-- receipt. Locks: the transfer, the level row. Raises: OM103, OM140 unknown SKU, OM141 more than is under way, OM143 not sent,
-- OM403 not at the destination, OM404, transfer_receipts_outcome_known, and as inventory._arrived_lots.
-- Called by: the transfer page and its scanner, the API, the demo shop
create or replace function inventory.receive_transfer(
    p_transfer_id bigint, p_code text, p_quantity int, p_outcome text default 'received', p_note text default '', p_key text default null,
    p_lots jsonb default null
) returns bigint
language plpgsql security definer set search_path = pg_catalog, pg_temp
as $$
declare
    v_transfer inventory.transfers := inventory._lock_transfer(p_transfer_id);
    v_lot inventory.lots := inventory._lot_of(v_transfer, p_code);
    v_variant_id bigint := coalesce(v_lot.variant_id, inventory._variant_of(p_code));
    v_line inventory.transfer_lines;
    v_lots jsonb := p_lots;
    v_id bigint;
begin
    perform db.require_location(v_transfer.destination_id);
    select r.id into v_id from inventory.transfer_receipts as r where r.key = p_key;
    if v_id is not null then
        return v_id;
    end if;
    if p_quantity is null or p_quantity <= 0 then
        raise exception using errcode = 'OM103', message = 'quantity must be positive';
    end if;
    if v_transfer.state not in ('in_transit', 'partially_received', 'received') then
        raise exception using errcode = 'OM143', message = 'not now';
    end if;
    select l.* into v_line from inventory.transfer_lines as l where l.transfer_id = p_transfer_id and l.variant_id = v_variant_id;
    if p_outcome <> 'surplus' and coalesce(v_line.under_way, 0) < p_quantity or v_line.variant_id is null then
        raise exception using errcode = 'OM141', message = 'more than is under way',
            detail = jsonb_build_object('sku', (select v.sku from catalog.variants as v where v.id = v_variant_id),
                                        'wanted', p_quantity, 'open', coalesce(v_line.under_way, 0))::text;
    end if;
    if v_lots is null and v_lot.id is not null then
        v_lots := jsonb_build_array(jsonb_build_object('code', v_lot.code, 'quantity', p_quantity));
    end if;
    v_lots := inventory._arrived_lots(v_line, p_outcome, p_quantity, v_lots);
    v_id := inventory._account(v_transfer, v_variant_id, p_outcome, p_quantity, p_note, p_key, p_lots => v_lots);
    perform inventory._settle_transfer(v_transfer);
    return v_id;
end
$$;

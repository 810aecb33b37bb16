-- Take stock in at a location; returns on hand after. The same `p_key` twice is one delivery, with the same answer.
-- `p_lots` says which lots it is of, where the SKU asks for that (see _receive_lots).
-- Locks: the receipt, the level row. Raises: OM103 quantity not positive, OM403. Called by: the stock pages, the demo shop
create or replace function inventory.receive(
    p_variant_id bigint, p_location_id int, p_quantity int, p_note text default '', p_key text default null,
    p_lots jsonb default null
) returns int
language plpgsql security definer set search_path = pg_catalog, pg_temp
as $$
declare
    v_on_hand int;
begin
    perform db.require_location(p_location_id);
    if p_quantity is null or p_quantity <= 0 then
        raise exception using errcode = 'OM103', message = 'quantity must be positive';
    end if;
    if p_key is not null then
        insert into inventory.receipts (key, variant_id, location_id, quantity, received_at)
        values (p_key, p_variant_id, p_location_id, p_quantity, db.now())
        on conflict (key) do nothing;
        if not found then
            return (select r.on_hand_after from inventory.receipts as r where r.key = p_key);
        end if;
    end if;
    v_on_hand := inventory._post(p_variant_id, p_location_id, p_quantity, 'received', '', p_note);
    perform inventory._receive_lots(p_variant_id, p_location_id, p_quantity, p_lots) where p_lots is not null;
    update inventory.receipts set on_hand_after = v_on_hand where key = p_key;
    perform history.record('variant', p_variant_id, 'stock.received',
        jsonb_build_object('quantity', p_quantity, 'on_hand', v_on_hand), p_location_id);
    return v_on_hand;
end
$$;

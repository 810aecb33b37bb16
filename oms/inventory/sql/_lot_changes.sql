-- Lots [{lot_id, quantity}] in the form inventory.post_lots takes: so many times their quantity on hand and reserved at a location.
-- Called by: inventory._receive_lots, _take_in, _unbind_transfer, send_transfer, unsend_transfer
create or replace function inventory._lot_changes(p_lots jsonb, p_location_id int, p_on_hand int, p_reserved int) returns jsonb
language sql immutable security definer set search_path = pg_catalog, pg_temp
as $$
    select jsonb_agg(jsonb_build_object('lot_id', n.lot_id, 'location_id', p_location_id,
        'on_hand', p_on_hand * n.quantity, 'reserved', p_reserved * n.quantity))
    from jsonb_to_recordset(p_lots) as n (lot_id bigint, quantity int)
$$;

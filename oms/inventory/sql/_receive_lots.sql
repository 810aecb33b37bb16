-- Say which lots [{code, expires_on, quantity}] a quantity that was just received is of; a lot that is new begins here.
-- Raises: as inventory._name_lots, lot_levels_serial_is_one, lot_levels_serial_once. Called by: inventory.receive, receive_incoming
create or replace function inventory._receive_lots(p_variant_id bigint, p_location_id int, p_quantity int, p_lots jsonb) returns void
language sql security definer set search_path = pg_catalog, pg_temp
as $$
    select inventory.post_lots(inventory._lot_changes(
        inventory._name_lots(p_variant_id, p_quantity, p_lots), p_location_id, 1, 0))
$$;

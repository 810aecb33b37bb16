-- The lots that a transfer keeps or has sent [{lot_id, quantity}]. Called by: inventory._unbind_transfer, send_transfer, unsend_transfer
create or replace function inventory._transfer_lots(p_transfer_id bigint) returns jsonb
language sql stable security definer set search_path = pg_catalog, pg_temp
as $$
    select jsonb_agg(jsonb_build_object('lot_id', x.lot_id, 'quantity', x.quantity))
    from inventory.transfer_lots as x where x.transfer_id = p_transfer_id and x.quantity > 0
$$;

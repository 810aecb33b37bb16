-- Make unavailable what is free of spoiled lots (see _is_spoiled), of these SKUs or of all; returns how many lots at how many
-- locations were touched. Locks: level rows, sorted. Called by: the task inventory.withdraw_lots, inventory.make_room, recall_lot
create or replace function inventory.withdraw_lots(p_variant_ids bigint[] default null) returns int
language plpgsql security definer set search_path = pg_catalog, pg_temp
as $$
declare
    v_changes jsonb;
begin
    select jsonb_agg(jsonb_build_object('lot_id', x.lot_id, 'location_id', x.location_id, 'on_hand', 0, 'reserved', 0))
    into v_changes
    from inventory.lot_levels as x join inventory.lots as t on t.id = x.lot_id
    where x.on_hand > x.reserved + x.unavailable and (p_variant_ids is null or x.variant_id = any (p_variant_ids))
        and (t.recalled_at is not null or t.expires_on is not null)
        and inventory._is_spoiled(t.recalled_at, t.expires_on, x.location_id);
    perform inventory.post_lots(v_changes);
    return coalesce(jsonb_array_length(v_changes), 0);
end
$$;

-- Change what there is of lots [{lot_id, location_id, on_hand, reserved}], by differences, beside the same change of their levels.
-- What is free of a spoiled lot (see _is_spoiled) becomes unavailable in the same step, as far as it is not on hold.
-- Locks: level rows, sorted. Raises: lot_levels_within_on_hand, lot_levels_serial_is_one, lot_levels_serial_once, OM194 that serial
-- number is on its way. Called by: inventory._receive_lots, _take_in, _unbind_transfer, send_transfer, unsend_transfer, adjust_lot,
-- withdraw_lots; demand.deallocate, consume, unconsume, lose, swap_lot
create or replace function inventory.post_lots(p_changes jsonb) returns void
language plpgsql security definer set search_path = pg_catalog, pg_temp
as $$
declare
    v_change record;
    v_room int;
    v_free int;
    v_withdrawn int;
begin
    for v_change in
        select t.id, t.variant_id, t.is_serial, c.location_id, c.on_hand, c.reserved,
               inventory._is_spoiled(t.recalled_at, t.expires_on, c.location_id) as is_spoiled
        from jsonb_to_recordset(p_changes) as c (lot_id bigint, location_id int, on_hand int, reserved int)
        join inventory.lots as t on t.id = c.lot_id
        order by t.variant_id, c.location_id, t.id
    loop
        select l.on_hand - l.reserved - l.unavailable into v_room from inventory.levels as l
        where l.variant_id = v_change.variant_id and l.location_id = v_change.location_id for update;
        insert into inventory.lot_levels (lot_id, variant_id, location_id, is_serial)
        values (v_change.id, v_change.variant_id, v_change.location_id, v_change.is_serial)
        on conflict (lot_id, location_id) do nothing;
        select x.on_hand + v_change.on_hand - x.reserved - v_change.reserved - x.unavailable into v_free
        from inventory.lot_levels as x where x.lot_id = v_change.id and x.location_id = v_change.location_id;
        v_withdrawn := case when v_change.is_spoiled then least(v_free, v_room) else 0 end;
        update inventory.lot_levels as x
        set on_hand = x.on_hand + v_change.on_hand, reserved = x.reserved + v_change.reserved, unavailable = x.unavailable + v_withdrawn
        where x.lot_id = v_change.id and x.location_id = v_change.location_id;
        update inventory.levels as l set unavailable = l.unavailable + v_withdrawn, updated_at = db.now()
        where l.variant_id = v_change.variant_id and l.location_id = v_change.location_id and v_withdrawn <> 0;
        perform inventory._require_arrived(v_change.id) where v_change.is_serial and v_change.on_hand > 0;
    end loop;
end
$$;

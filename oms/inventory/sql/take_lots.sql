-- Choose lots for a quantity that was just reserved, and reserve it of them: what expires first goes first, never what is spoiled.
-- Locks: nothing more than the level, which the caller has reserved at. Raises: OM101 not enough stock.
-- Called by: demand._bind_lots, swap_lot, inventory._bind_transfer
create or replace function inventory.take_lots(p_variant_id bigint, p_location_id int, p_quantity int)
returns table (lot_id bigint, quantity int)
language plpgsql security definer set search_path = pg_catalog, pg_temp
as $$
declare
    v_open int := p_quantity;
    v_lot record;
begin
    for v_lot in
        select t.id, x.on_hand - x.reserved - x.unavailable as free
        from inventory.lot_levels as x join inventory.lots as t on t.id = x.lot_id
        where x.variant_id = p_variant_id and x.location_id = p_location_id and x.on_hand > x.reserved + x.unavailable
            and not inventory._is_spoiled(t.recalled_at, t.expires_on, p_location_id)
        order by t.expires_on nulls last, t.id
    loop
        exit when v_open = 0;
        lot_id := v_lot.id;
        quantity := least(v_open, v_lot.free);
        v_open := v_open - quantity;
        update inventory.lot_levels as x set reserved = x.reserved + take_lots.quantity
        where x.lot_id = v_lot.id and x.location_id = p_location_id;
        return next;
    end loop;
    if v_open > 0 then
        perform inventory._refuse(p_variant_id, p_location_id, p_quantity);
    end if;
end
$$;

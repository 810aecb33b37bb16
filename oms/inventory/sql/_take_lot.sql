-- Reserve so many of this lot, of a quantity that was just reserved of its SKU. Locks: nothing more than the level, which the caller
-- has reserved at. Raises: OM191 not that many are free there. Called by: inventory._bind_transfer
create or replace function inventory._take_lot(p_lot_id bigint, p_location_id int, p_quantity int) returns void
language plpgsql security definer set search_path = pg_catalog, pg_temp
as $$
declare
    v_lot inventory.lots;
begin
    select t.* into strict v_lot from inventory.lots as t where t.id = p_lot_id;
    update inventory.lot_levels as x set reserved = x.reserved + p_quantity
    where x.lot_id = p_lot_id and x.location_id = p_location_id and x.on_hand - x.reserved - x.unavailable >= p_quantity
        and not inventory._is_spoiled(v_lot.recalled_at, v_lot.expires_on, p_location_id);
    if not found then
        raise exception using errcode = 'OM191', message = 'not that many of the lot', detail = jsonb_build_object(
            'lot', v_lot.code, 'free', coalesce((
                select x.on_hand - x.reserved - x.unavailable from inventory.lot_levels as x
                where x.lot_id = p_lot_id and x.location_id = p_location_id
                    and not inventory._is_spoiled(v_lot.recalled_at, v_lot.expires_on, p_location_id)), 0))::text;
    end if;
end
$$;

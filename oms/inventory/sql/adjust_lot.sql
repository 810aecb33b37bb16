-- Correct what is on hand of a lot at a location by a difference, as inventory.adjust does for a SKU; returns the lot's on hand after.
-- `p_expected` is what the person saw of the lot. Locks: the level row.
-- Raises: OM404, OM109 changed meanwhile, lot_levels_within_on_hand, and as inventory.adjust. Called by: the stock pages, the API
create or replace function inventory.adjust_lot(
    p_lot_id bigint, p_location_id int, p_quantity int, p_reason text, p_note text default '', p_expected int default null
) returns int
language plpgsql security definer set search_path = pg_catalog, pg_temp
as $$
declare
    v_variant_id bigint := (select t.variant_id from inventory.lots as t where t.id = p_lot_id);
    v_on_hand int;
    v_change jsonb := jsonb_build_array(jsonb_build_object(
        'lot_id', p_lot_id, 'location_id', p_location_id, 'on_hand', p_quantity, 'reserved', 0));
begin
    if v_variant_id is null then
        raise exception using errcode = 'OM404', message = 'no such lot';
    end if;
    perform db.require_location(p_location_id);
    perform from inventory.levels as l where l.variant_id = v_variant_id and l.location_id = p_location_id for update;
    v_on_hand := coalesce(
        (select x.on_hand from inventory.lot_levels as x where x.lot_id = p_lot_id and x.location_id = p_location_id), 0);
    if p_expected <> v_on_hand then
        raise exception using errcode = 'OM109', message = 'stock changed meanwhile',
            detail = jsonb_build_object('expected', p_expected, 'on_hand', v_on_hand)::text;
    end if;
    perform inventory.post_lots(v_change) where p_quantity < 0;
    perform inventory.adjust(v_variant_id, p_location_id, p_quantity, p_reason, p_note);
    perform inventory.post_lots(v_change) where p_quantity > 0;
    return v_on_hand + p_quantity;
end
$$;

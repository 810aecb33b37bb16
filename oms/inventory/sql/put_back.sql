-- Make stock that was set aside available again; returns how much is still unavailable.
-- `p_lot_id` says of which lot, where the SKU asks for that.
-- Locks: the level row. Raises: lot_levels_within_on_hand, OM103 quantity not positive, OM121 not that many set aside, OM403.
-- Called by: the stock pages, the API, inventory._set_damaged
create or replace function inventory.put_back(
    p_variant_id bigint, p_location_id int, p_quantity int, p_note text default '', p_lot_id bigint default null
) returns int
language plpgsql security definer set search_path = pg_catalog, pg_temp
as $$
declare
    v_unavailable int;
begin
    perform db.require_location(p_location_id);
    if p_quantity is null or p_quantity <= 0 then
        raise exception using errcode = 'OM103', message = 'quantity must be positive';
    end if;
    update inventory.levels as l set unavailable = l.unavailable - p_quantity, updated_at = db.now()
    where l.variant_id = p_variant_id and l.location_id = p_location_id and l.unavailable >= p_quantity
    returning l.unavailable into v_unavailable;
    if not found then
        raise exception using errcode = 'OM121', message = 'not that many set aside', detail = jsonb_build_object('unavailable', coalesce(
            (select l.unavailable from inventory.levels as l
             where l.variant_id = p_variant_id and l.location_id = p_location_id), 0))::text;
    end if;
    update inventory.lot_levels as x set unavailable = x.unavailable - p_quantity
    where x.lot_id = p_lot_id and x.location_id = p_location_id;
    perform history.record('variant', p_variant_id, 'stock.put_back', jsonb_build_object(
        'quantity', p_quantity, 'note', p_note, 'unavailable', v_unavailable), p_location_id);
    return v_unavailable;
end
$$;

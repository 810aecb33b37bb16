-- Correct on hand by a difference, with a reason; returns on hand after. `p_expected` is the on hand the person saw.
-- Locks: the level row. Raises: OM104 reason unknown, OM109 changed meanwhile, OM403, levels_reserved_within_on_hand.
-- Called by: the stock pages, the API
create or replace function inventory.adjust(
    p_variant_id bigint, p_location_id int, p_quantity int, p_reason text, p_note text default '', p_expected int default null
) returns int
language plpgsql security definer set search_path = pg_catalog, pg_temp
as $$
declare
    v_on_hand int;
begin
    perform db.require_location(p_location_id);
    if p_reason is null or p_reason <> all ('{counted,damaged,lost,found,correction,sample}') then
        raise exception using errcode = 'OM104', message = 'unknown reason';
    end if;
    perform inventory._lock_levels(array[p_variant_id], p_location_id);
    select l.on_hand into v_on_hand from inventory.levels as l
    where l.variant_id = p_variant_id and l.location_id = p_location_id;
    if p_expected is not null and p_expected <> coalesce(v_on_hand, 0) then
        raise exception using errcode = 'OM109', message = 'stock changed meanwhile',
            detail = (jsonb_build_object('expected', p_expected, 'on_hand', 0) || coalesce((
                select jsonb_build_object('on_hand', l.on_hand, 'reserved', l.reserved, 'unavailable', l.unavailable)
                from inventory.levels as l where l.variant_id = p_variant_id and l.location_id = p_location_id), '{}'))::text;
    end if;
    v_on_hand := inventory._post(p_variant_id, p_location_id, p_quantity, 'adjusted', p_reason, p_note);
    perform history.record('variant', p_variant_id, 'stock.adjusted',
        jsonb_build_object('quantity', p_quantity, 'reason', p_reason, 'on_hand', v_on_hand), p_location_id);
    return v_on_hand;
end
$$;

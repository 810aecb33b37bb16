-- Change what is promised at one level, if as much is available there: the check and the claim are one statement. Returns
-- whether it was. Locks: the level row. Raises: levels_reserved_within_on_hand. Called by: inventory._promise
create or replace function inventory._change_level(p_variant_id bigint, p_location_id int, p_quantity int, p_held int) returns boolean
language plpgsql security definer set search_path = pg_catalog, pg_temp
as $$
begin
    update inventory.levels as l
    set reserved = l.reserved + p_quantity, held = l.held + p_held, updated_at = db.now()
    where l.variant_id = p_variant_id and l.location_id = p_location_id and (p_quantity <= 0 or l.available >= p_quantity);
    return found;
end
$$;

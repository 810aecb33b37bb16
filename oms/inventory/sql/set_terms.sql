-- Set a level's safety stock and bin. Locks: the level row.
-- Raises: OM403, levels_safety_not_negative. Called by: the stock pages, the demo shop
create or replace function inventory.set_terms(p_variant_id bigint, p_location_id int, p_safety int, p_bin text) returns void
language plpgsql security definer set search_path = pg_catalog, pg_temp
as $$
begin
    perform db.require_location(p_location_id);
    insert into inventory.levels (variant_id, location_id, updated_at) values (p_variant_id, p_location_id, db.now())
    on conflict (variant_id, location_id) do nothing;
    perform inventory._lock_levels(array[p_variant_id], p_location_id);
    update inventory.levels set safety = p_safety, bin = p_bin, updated_at = db.now()
    where variant_id = p_variant_id and location_id = p_location_id;
    perform history.record('variant', p_variant_id, 'stock.terms_set',
        jsonb_build_object('safety', p_safety, 'bin', p_bin), p_location_id);
end
$$;

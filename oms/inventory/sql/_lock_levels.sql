-- Lock all levels of these SKUs and bring back what is in their pools. One after the other, each with its pool: whoever has taken
-- from a pool may wait for a later level, never for an earlier one. Locks: level rows sorted, each with its units.
-- Called by: inventory.make_room, unpool, adjust, set_terms, set_aside, undo_transfer_receipt, _post_variance
create or replace function inventory._lock_levels(p_variant_ids bigint[], p_location_id int default null) returns void
language plpgsql security definer set search_path = pg_catalog, pg_temp
as $$
declare
    v_level record;
begin
    for v_level in
        select l.variant_id, l.location_id from inventory.levels as l
        where l.variant_id = any (p_variant_ids) and l.location_id = coalesce(p_location_id, l.location_id)
        order by l.variant_id, l.location_id
    loop
        perform inventory._fetch_pooled(v_level.variant_id, v_level.location_id);
    end loop;
end
$$;

-- The lots of allocations that leave (`p_sign` -1) or come back (1), in the form inventory.post_lots takes.
-- Called by: demand.consume, unconsume
create or replace function demand._lot_changes(p_allocation_ids bigint[], p_sign int) returns jsonb
language sql stable security definer set search_path = pg_catalog, pg_temp
as $$
    select coalesce(jsonb_agg(jsonb_build_object('lot_id', x.lot_id, 'location_id', a.location_id,
        'on_hand', p_sign * x.quantity, 'reserved', p_sign * x.quantity)), '[]')
    from demand.allocation_lots as x join demand.allocations as a on a.id = x.allocation_id
    where x.allocation_id = any (p_allocation_ids)
$$;

-- The stock claims of allocations, in the form inventory takes. Called by: demand.consume, demand.unconsume
create or replace function demand._claims(p_allocation_ids bigint[]) returns jsonb
language sql stable security definer set search_path = pg_catalog, pg_temp
as $$
    select coalesce(jsonb_agg(jsonb_build_object(
        'variant_id', a.variant_id, 'location_id', a.location_id, 'quantity', a.quantity)), '[]')
    from demand.allocations as a where a.id = any (p_allocation_ids)
$$;

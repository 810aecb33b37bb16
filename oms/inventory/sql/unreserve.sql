-- Take promises back: the claims [{variant_id, location_id, quantity}]. Locks: level rows, sorted.
-- Raises: levels_reserved_within_on_hand when more is given back than was promised. Called by: demand.deallocate
create or replace function inventory.unreserve(p_claims jsonb) returns void
language sql security definer set search_path = pg_catalog, pg_temp
as $$
    select inventory._promise(jsonb_agg(jsonb_build_object(
        'variant_id', c.variant_id, 'location_id', c.location_id, 'quantity', -c.quantity)))
    from jsonb_to_recordset(p_claims) as c (variant_id bigint, location_id int, quantity int)
$$;

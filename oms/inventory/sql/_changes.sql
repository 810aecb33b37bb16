-- Claims [{variant_id, location_id, quantity}] as inventory._promise takes changes: so many times their quantity reserved, and held.
-- Called by: inventory.reserve, unreserve, harden
create or replace function inventory._changes(p_claims jsonb, p_reserved int, p_held int) returns jsonb
language sql immutable security definer set search_path = pg_catalog, pg_temp
as $$
    select jsonb_agg(jsonb_build_object('variant_id', c.variant_id, 'location_id', c.location_id,
        'quantity', p_reserved * c.quantity, 'held', p_held * c.quantity))
    from jsonb_to_recordset(p_claims) as c (variant_id bigint, location_id int, quantity int)
$$;

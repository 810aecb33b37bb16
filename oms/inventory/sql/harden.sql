-- What was promised softly is promised for good from now on: the claims [{variant_id, location_id, quantity}]. The caller says of
-- which lots (see inventory.take_lots). Locks: level rows, sorted. Raises: levels_soft_within_reserved. Called by: demand._redeem_peg
create or replace function inventory.harden(p_claims jsonb) returns void
language sql security definer set search_path = pg_catalog, pg_temp
as $$
    select inventory._promise(inventory._changes(p_claims, 0, -1))
$$;

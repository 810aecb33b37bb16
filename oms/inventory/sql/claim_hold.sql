-- The active hold of a key, locked until the end of the transaction: it does not expire meanwhile. Null where there is none.
-- Whoever has claimed it gives it to inventory.reserve. Locks: the hold. Called by: routing.route, inventory.release_hold
create or replace function inventory.claim_hold(p_key text) returns bigint
language sql security definer set search_path = pg_catalog, pg_temp
as $$
    select h.id from inventory.holds as h where h.key = p_key and h.state = 'active' for update
$$;

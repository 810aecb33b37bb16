-- Take promises back: the claims [{variant_id, location_id, quantity}]; with `p_is_soft` what was promised so.
-- Locks: level rows, sorted. Raises: levels_reserved_within_on_hand when more is given back than was promised.
-- Called by: demand.deallocate, swap_lot, _unpeg, inventory.reopen_transfer, cancel_transfer
create or replace function inventory.unreserve(p_claims jsonb, p_is_soft boolean default false) returns void
language sql security definer set search_path = pg_catalog, pg_temp
as $$
    select inventory._promise(inventory._changes(p_claims, -1, case when p_is_soft then -1 else 0 end))
$$;

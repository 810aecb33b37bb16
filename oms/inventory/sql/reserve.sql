-- Promise stock: all of the claims [{variant_id, location_id, quantity}] or none. `p_hold_id` (see inventory.claim_hold) is
-- converted: what it held is given for the claims in the same step, so that nobody else can take it in between. With `p_is_soft`
-- they are held only, so that of units that are told apart nobody needs to know yet which they are (see inventory.harden).
-- Locks: level rows, sorted. Raises: OM101 not enough stock. Called by: demand.allocate, swap_lot, _arrive, inventory.ready_transfer
create or replace function inventory.reserve(p_claims jsonb, p_hold_id bigint default null, p_is_soft boolean default false) returns void
language plpgsql security definer set search_path = pg_catalog, pg_temp
as $$
begin
    perform inventory._refuse(c.variant_id, c.location_id, c.quantity)
    from jsonb_to_recordset(p_claims) as c (variant_id bigint, location_id int, quantity int)
    where c.quantity <= 0;
    if p_hold_id is not null then
        perform inventory._end_holds(array[p_hold_id], 'converted', p_claims);
    elsif p_is_soft then
        perform inventory._promise(inventory._changes(p_claims, 1, 1));
    else
        perform inventory._promise(p_claims);
    end if;
end
$$;

-- Promise stock: all of the claims [{variant_id, location_id, quantity}] or none. `p_hold_id` (see inventory.claim_hold) is
-- converted: what it held is given for the claims in the same step, so that nobody else can take it in between.
-- Locks: level rows, sorted. Raises: OM101 not enough stock. Called by: demand.allocate
create or replace function inventory.reserve(p_claims jsonb, p_hold_id bigint default null) returns void
language plpgsql security definer set search_path = pg_catalog, pg_temp
as $$
begin
    perform inventory._refuse(c.variant_id, c.location_id, c.quantity)
    from jsonb_to_recordset(p_claims) as c (variant_id bigint, location_id int, quantity int)
    where c.quantity <= 0;
    if p_hold_id is null then
        perform inventory._promise(p_claims);
    else
        perform inventory._end_holds(array[p_hold_id], 'converted', p_claims);
    end if;
end
$$;

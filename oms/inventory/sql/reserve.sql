-- Promise stock: all of the claims [{variant_id, location_id, quantity}] or none. The check and the claim are one
-- statement; the same SKU twice is added up first; rows are locked in sorted order.
-- Locks: level rows, sorted. Raises: OM101 not enough stock. Called by: demand.allocate
create or replace function inventory.reserve(p_claims jsonb) returns void
language plpgsql security definer set search_path = pg_catalog, pg_temp
as $$
declare
    v_claim record;
begin
    for v_claim in
        select c.variant_id, c.location_id, sum(c.quantity)::int as quantity
        from jsonb_to_recordset(p_claims) as c (variant_id bigint, location_id int, quantity int)
        group by c.variant_id, c.location_id
        order by c.variant_id, c.location_id
    loop
        update inventory.levels as l set reserved = l.reserved + v_claim.quantity, updated_at = db.now()
        where l.variant_id = v_claim.variant_id and l.location_id = v_claim.location_id
            and v_claim.quantity > 0 and l.on_hand - l.reserved - l.safety - l.unavailable >= v_claim.quantity;
        if not found then
            perform inventory._refuse(v_claim.variant_id, v_claim.location_id, v_claim.quantity);
        end if;
    end loop;
end
$$;

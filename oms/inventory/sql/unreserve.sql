-- Take promises back: the claims [{variant_id, location_id, quantity}]. Locks: level rows, sorted.
-- Raises: levels_reserved_within_on_hand when more is given back than was promised. Called by: demand.deallocate
create or replace function inventory.unreserve(p_claims jsonb) returns void
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
        update inventory.levels as l set reserved = l.reserved - v_claim.quantity, updated_at = db.now()
        where l.variant_id = v_claim.variant_id and l.location_id = v_claim.location_id;
    end loop;
end
$$;

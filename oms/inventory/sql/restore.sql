-- Undo a consumption: the stock is back and promised as before. Claims as for reserve. Locks: level rows, sorted.
-- Called by: demand.unconsume
create or replace function inventory.restore(p_claims jsonb, p_cause text, p_cause_id bigint) returns void
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
        perform inventory._post(v_claim.variant_id, v_claim.location_id, v_claim.quantity, 'returned', '', '', p_cause, p_cause_id);
        update inventory.levels as l set reserved = l.reserved + v_claim.quantity, updated_at = db.now()
        where l.variant_id = v_claim.variant_id and l.location_id = v_claim.location_id;
    end loop;
end
$$;

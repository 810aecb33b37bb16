-- Keep promises: reserved stock leaves. Claims as for reserve; `p_kind` is shipped, collected or short_picked.
-- Locks: level rows, sorted. Raises: levels_reserved_within_on_hand. Called by: demand.consume, demand.lose
create or replace function inventory.consume(p_claims jsonb, p_kind text, p_cause text, p_cause_id bigint) returns void
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
        perform inventory._post(v_claim.variant_id, v_claim.location_id, -v_claim.quantity, p_kind, '', '', p_cause, p_cause_id);
    end loop;
end
$$;

-- Stock that is here but may not be sold until somebody has looked at it: the claims [{variant_id, location_id, quantity}] become
-- unavailable. `p_reason` says why, for the SKU's history.
-- Locks: level rows, sorted. Raises: levels_unavailable_not_reserved. Called by: fulfillment.cancel, fulfillment.cancel_lines
create or replace function inventory.set_aside(p_claims jsonb, p_reason text) returns void
language plpgsql security definer set search_path = pg_catalog, pg_temp
as $$
declare
    v_claim record;
begin
    for v_claim in
        select c.variant_id, c.location_id, sum(c.quantity)::int as quantity
        from jsonb_to_recordset(p_claims) as c (variant_id bigint, location_id int, quantity int)
        where c.quantity > 0
        group by c.variant_id, c.location_id
        order by c.variant_id, c.location_id
    loop
        update inventory.levels as l set unavailable = l.unavailable + v_claim.quantity, updated_at = db.now()
        where l.variant_id = v_claim.variant_id and l.location_id = v_claim.location_id;
        perform history.record('variant', v_claim.variant_id, 'stock.set_aside',
            jsonb_build_object('quantity', v_claim.quantity, 'reason', p_reason), v_claim.location_id);
    end loop;
end
$$;

-- Set aside what was picked for a request and is not wanted any more [{variant_id, location_id, quantity}], until somebody has
-- looked at it. Locks: level rows, sorted. Called by: fulfillment.cancel, fulfillment.cancel_lines
create or replace function fulfillment._set_aside(p_claims jsonb, p_reference text) returns void
language sql security definer set search_path = pg_catalog, pg_temp
as $$
    select inventory.set_aside(c.variant_id, c.location_id, c.quantity, 'quality', p_reference)
    from (
        select n.variant_id, n.location_id, sum(n.quantity)::int as quantity
        from jsonb_to_recordset(p_claims) as n (variant_id bigint, location_id int, quantity int)
        where n.quantity > 0
        group by n.variant_id, n.location_id
        order by n.variant_id, n.location_id
    ) as c
$$;

-- What these allocations shipped has reached the customer. Called by: fulfillment.record_tracking, pickup.hand_over
create or replace function demand.deliver(p_allocation_ids bigint[]) returns void
language sql security definer set search_path = pg_catalog, pg_temp
as $$
    update demand.lines as l set delivered = l.delivered + t.quantity
    from (
        select a.line_id, sum(a.quantity)::int as quantity from demand.allocations as a
        where a.id = any (p_allocation_ids) group by a.line_id
    ) as t
    where l.id = t.line_id
$$;

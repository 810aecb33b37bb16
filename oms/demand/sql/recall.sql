-- Stop releasing a request, and take these released allocations back: they keep their stock, and wait.
-- Called by: fulfillment.recall
create or replace function demand.recall(p_request_id bigint, p_allocation_ids bigint[]) returns void
language sql security definer set search_path = pg_catalog, pg_temp
as $$
    update demand.requests set is_released = false where id = p_request_id;
    update demand.lines as l
    set released = l.released - t.quantity, allocated = l.allocated + t.quantity
    from (
        select a.line_id, sum(a.quantity)::int as quantity from demand.allocations as a
        where a.id = any (p_allocation_ids) and a.state = 'released' group by a.line_id
    ) as t
    where l.id = t.line_id;
    update demand.allocations set state = 'allocated' where id = any (p_allocation_ids) and state = 'released';
$$;

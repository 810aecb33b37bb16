-- Lock the level of all that a request has or was promised, so that what is given back of it is given back in one order, however
-- many steps it takes. Locks: level rows, sorted. Called by: fulfillment._lock_to_give_back, demand._on_lines_settled
create or replace function demand.lock_levels(p_request_id bigint) returns void
language sql security definer set search_path = pg_catalog, pg_temp
as $$
    select from inventory.levels as l
    where (l.variant_id, l.location_id) in (
        select a.variant_id, a.location_id from demand.allocations as a join demand.lines as d on d.id = a.line_id
        where d.request_id = p_request_id and a.state in ('allocated', 'released')
        union
        select p.variant_id, p.location_id from demand.pegs as p join demand.lines as d on d.id = p.line_id
        where d.request_id = p_request_id and p.state in ('pegged', 'arrived'))
    order by l.variant_id, l.location_id
    for update
$$;

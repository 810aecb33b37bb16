-- The request that allocations serve. Called by: demand.consume, demand.unconsume
create or replace function demand._request_of(p_allocation_ids bigint[]) returns bigint
language sql stable security definer set search_path = pg_catalog, pg_temp
as $$
    select l.request_id from demand.allocations as a join demand.lines as l on l.id = a.line_id
    where a.id = any (p_allocation_ids) limit 1
$$;

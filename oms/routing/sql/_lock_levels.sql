-- Lock every level a request could be served from, in sorted order. Called by: routing.route, on its second attempt
create or replace function routing._lock_levels(p_request_id bigint) returns void
language sql security definer set search_path = pg_catalog, pg_temp
as $$
    select from inventory.levels as v
    where v.variant_id in (select l.variant_id from demand.lines as l where l.request_id = p_request_id)
    order by v.variant_id, v.location_id
    for update
$$;

-- What could not be routed waits for stock. Called by: routing.route
create or replace function demand.backorder(p_request_id bigint) returns void
language sql security definer set search_path = pg_catalog, pg_temp
as $$
    update demand.lines set backordered = backordered + unrouted, unrouted = 0
    where request_id = p_request_id and unrouted > 0
$$;

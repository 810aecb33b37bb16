-- Nobody wants what is unrouted or backordered of this request any more. Called by: demand.cancel
create or replace function demand.cancel_unrouted(p_request_id bigint) returns void
language sql security definer set search_path = pg_catalog, pg_temp
as $$
    update demand.lines set canceled = canceled + unrouted + backordered, unrouted = 0, backordered = 0
    where request_id = p_request_id and unrouted + backordered > 0
$$;

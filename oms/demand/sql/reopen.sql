-- What was canceled of a request is wanted again; it has to be routed anew. Called by: orders.reopen
create or replace function demand.reopen(p_request_id bigint) returns void
language sql security definer set search_path = pg_catalog, pg_temp
as $$
    update demand.requests set is_canceled = false where id = p_request_id;
    update demand.lines set unrouted = unrouted + canceled, canceled = 0 where request_id = p_request_id and canceled > 0;
$$;

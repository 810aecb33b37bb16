-- Route one request again whose lines wait for stock that is now there; returns whether anything was found.
-- Called by: the backorders task, for each request that fulfillment.waiting_requests names
create or replace function fulfillment.retry_backorders(p_request_id bigint) returns boolean
language plpgsql security definer set search_path = pg_catalog, pg_temp
as $$
declare
    v_waiting_before int;
    v_waiting_after int;
begin
    perform demand.lock_request(p_request_id);
    select sum(l.unrouted + l.backordered) into v_waiting_before from demand.lines as l where l.request_id = p_request_id;
    perform routing.route(p_request_id);
    perform fulfillment.plan(p_request_id);
    select sum(l.unrouted + l.backordered) into v_waiting_after from demand.lines as l where l.request_id = p_request_id;
    return v_waiting_after < v_waiting_before;
end
$$;

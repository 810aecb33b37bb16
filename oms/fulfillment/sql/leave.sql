-- Send a request from elsewhere than a location that is closed, as far as it has not begun there; what nobody else has waits.
-- Locks: request, lines, levels. Called by: the elsewhere task, see fulfillment.send_elsewhere
create or replace function fulfillment.leave(p_request_id bigint, p_location_id int) returns void
language plpgsql security definer set search_path = pg_catalog, pg_temp
as $$
begin
    perform fulfillment.take_back(p_request_id, 'closed', p_location_id);
    perform routing.route(p_request_id, jsonb_build_object(p_location_id, 'closed'));
    perform fulfillment.plan(p_request_id);
end
$$;

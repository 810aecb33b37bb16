-- What a request wants goes somewhere else, or is handed over in another way. `p_location_id` is where it is picked up, null where
-- it is shipped. Raises: requests_pickup_has_location, requests_shipping_has_address. Called by: orders._redirect
create or replace function demand.redirect(
    p_request_id bigint, p_ship_to_id bigint, p_method text, p_location_id int, p_service text
) returns void
language sql security definer set search_path = pg_catalog, pg_temp
as $$
    update demand.requests
    set ship_to_id = p_ship_to_id, method = p_method, location_id = p_location_id, service = p_service
    where id = p_request_id
$$;

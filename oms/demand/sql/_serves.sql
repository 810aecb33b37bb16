-- Whether a request may be served from a location. Called by: demand._peg_line, _is_improvable, fulfillment.waiting_requests
create or replace function demand._serves(p_request demand.requests, p_location_id int) returns boolean
language sql stable security definer set search_path = pg_catalog, pg_temp
as $$
    select o.is_active and case p_request.method
        when 'pickup' then o.id = p_request.location_id
        else o.ships and (p_request.source_location_ids is null or o.id = any (p_request.source_location_ids)) end
    from inventory.locations as o where o.id = p_location_id
$$;

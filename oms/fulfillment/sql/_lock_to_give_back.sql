-- Lock the levels of all that a request has or was promised, before any of it is given back. Where what was picked is set aside,
-- which takes it out of pools too, all levels of its SKUs. Locks: level rows, sorted. Called by: fulfillment.cancel, cancel_lines
create or replace function fulfillment._lock_to_give_back(p_request_id bigint, p_restocks boolean) returns void
language sql security definer set search_path = pg_catalog, pg_temp
as $$
    select case when p_restocks then demand.lock_levels(p_request_id) else fulfillment._lock_levels(p_request_id) end
$$;

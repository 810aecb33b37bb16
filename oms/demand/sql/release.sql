-- Let locations work on what is allocated, now and later. Called by: fulfillment.release
create or replace function demand.release(p_request_id bigint) returns void
language sql security definer set search_path = pg_catalog, pg_temp
as $$
    update demand.requests set is_released = true where id = p_request_id and not is_released;
    update demand.allocations as a set state = 'released'
    from demand.lines as l
    where l.id = a.line_id and l.request_id = p_request_id and a.state = 'allocated';
    update demand.lines set released = released + allocated, allocated = 0
    where request_id = p_request_id and allocated > 0;
$$;

-- Try what waits again at once: what the rules left out before may be allowed now. Called by: routing.activate, routing.make_default
create or replace function routing._retry_waiting() returns void
language sql security definer set search_path = pg_catalog, pg_temp
as $$
    delete from routing.waits;
    select tasks.enqueue('fulfillment.backorders');
$$;

-- Lock every level that a request could be served from, in order: whoever gives some of its stock back and looks for it elsewhere
-- in one step would otherwise hold one level and want another that stands before it. Locks: level rows, sorted.
-- Called by: fulfillment.short, reject, _lock_to_give_back, orders.substitute
create or replace function fulfillment._lock_levels(p_request_id bigint) returns void
language sql security definer set search_path = pg_catalog, pg_temp
as $$
    select inventory.make_room(array(select l.variant_id from demand.lines as l where l.request_id = p_request_id))
$$;

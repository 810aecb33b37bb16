-- Lock everything that may change when other units take the place of a lot's: the requests that hold some, and the levels that
-- they can be served from. Locks: requests sorted, levels sorted. Called by: fulfillment.replace_lot
create or replace function fulfillment._lock_lot(p_lot_id bigint) returns void
language plpgsql security definer set search_path = pg_catalog, pg_temp
as $$
declare
    v_request_ids bigint[] := array(
        select distinct l.request_id
        from demand.allocation_lots as x
        join demand.allocations as a on a.id = x.allocation_id and a.state in ('allocated', 'released')
        join demand.lines as l on l.id = a.line_id
        where x.lot_id = p_lot_id order by l.request_id);
begin
    perform demand.lock_request(r.id) from unnest(v_request_ids) as r (id);
    perform inventory.make_room(array(select l.variant_id from demand.lines as l where l.request_id = any (v_request_ids))
        || array(select t.variant_id from inventory.lots as t where t.id = p_lot_id));
end
$$;

-- Let locations work on a request, now and on what is planned for it later.
-- Locks: request. Called by: orders._release, fulfillment.plan
create or replace function fulfillment.release(p_request_id bigint) returns void
language plpgsql security definer set search_path = pg_catalog, pg_temp
as $$
declare
    v_order fulfillment.orders;
begin
    perform demand.lock_request(p_request_id);
    perform demand.release(p_request_id);
    for v_order in
        select o.* from fulfillment.orders as o where o.request_id = p_request_id and o.state = 'planned' order by o.id
    loop
        update fulfillment.orders as o
        set released_at = db.now(), due_at = fulfillment._due(o.location_id, o.method)
        where o.id = v_order.id;
        perform fulfillment._transition(v_order.id, 'released');
    end loop;
end
$$;

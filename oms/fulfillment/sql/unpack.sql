-- The address on the boxes of a request is wrong: their labels are void, and what is in them is packed anew.
-- Locks: request. Called by: orders._redirect
create or replace function fulfillment.unpack(p_request_id bigint) returns void
language plpgsql security definer set search_path = pg_catalog, pg_temp
as $$
declare
    v_order_id bigint;
begin
    perform demand.lock_request(p_request_id);
    for v_order_id in
        select o.id from fulfillment.orders as o where o.request_id = p_request_id and o.state = 'packed' order by o.id
    loop
        perform fulfillment._void_packages(v_order_id);
        perform fulfillment._transition(v_order_id, 'picked', '{"reason": "changed"}');
    end loop;
end
$$;

-- Stop all work on a request that has not left yet; the stock is available again. Locks: request, lines, levels.
-- Called by: orders.cancel
create or replace function fulfillment.cancel(p_request_id bigint) returns void
language plpgsql security definer set search_path = pg_catalog, pg_temp
as $$
declare
    v_order fulfillment.orders;
begin
    perform demand.lock_request(p_request_id);
    for v_order in
        select o.* from fulfillment.orders as o
        where o.request_id = p_request_id and o.ended_at is null order by o.id for update
    loop
        perform fulfillment._void_packages(v_order.id);
        perform fulfillment._transition(v_order.id, 'canceled');
    end loop;
    perform demand.cancel(p_request_id);
end
$$;

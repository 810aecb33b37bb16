-- Take a request back from the locations that have not begun it, or from one of them, to be routed anew: its stock is free again.
-- Locks: request, lines, levels. Called by: fulfillment.withdraw, fulfillment.send_elsewhere, orders.route_with
create or replace function fulfillment.take_back(p_request_id bigint, p_reason text, p_location_id int default null) returns void
language plpgsql security definer set search_path = pg_catalog, pg_temp
as $$
declare
    v_order_id bigint;
begin
    perform demand.lock_request(p_request_id);
    for v_order_id in
        select o.id from fulfillment.orders as o
        where o.request_id = p_request_id and o.state in ('planned', 'released')
            and o.location_id = coalesce(p_location_id, o.location_id)
        order by o.id
    loop
        perform fulfillment._transition(v_order_id, 'canceled', jsonb_build_object('reason', p_reason));
        perform demand.deallocate(l.allocation_id, l.quantity - l.short)
        from (select f.* from fulfillment.lines as f where f.order_id = v_order_id and f.quantity > f.short order by f.variant_id, f.id) as l;
    end loop;
end
$$;

-- Stop all work on a request that has not left yet; the stock is available again, but for what was picked where `p_restocks` is
-- false: that is set aside. Locks: request, lines, levels. Called by: orders.cancel
create or replace function fulfillment.cancel(p_request_id bigint, p_restocks boolean default true) returns void
language plpgsql security definer set search_path = pg_catalog, pg_temp
as $$
declare
    v_request demand.requests := demand.lock_request(p_request_id);
    v_order fulfillment.orders;
    v_picked jsonb;
begin
    perform fulfillment._lock_to_give_back(p_request_id, p_restocks);
    select coalesce(jsonb_agg(jsonb_build_object(
        'variant_id', l.variant_id, 'location_id', o.location_id, 'quantity', l.picked)), '[]')
    into v_picked
    from fulfillment.orders as o join fulfillment.lines as l on l.order_id = o.id
    where o.request_id = p_request_id and o.ended_at is null and not p_restocks;
    for v_order in
        select o.* from fulfillment.orders as o
        where o.request_id = p_request_id and o.ended_at is null order by o.id for update
    loop
        perform fulfillment._void_packages(v_order.id);
        perform fulfillment._transition(v_order.id, 'canceled');
    end loop;
    perform demand.cancel(p_request_id);
    perform fulfillment._set_aside(v_picked, v_request.reference);
end
$$;

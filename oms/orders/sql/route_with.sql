-- Choose sources again by another profile, for what waits of an order and for what no location has begun; `p_reason` is person or
-- automation. From now on that profile decides for it. Returns how many units still wait.
-- Locks: request, order, lines, levels. Raises: OM404, OM303 already over, OM222 the profile can't be used.
-- Called by: the order page, automations
create or replace function orders.route_with(p_order_id bigint, p_profile_id int, p_reason text default 'person') returns int
language plpgsql security definer set search_path = pg_catalog, pg_temp
as $$
declare
    v_order orders.orders := orders._lock(p_order_id);
begin
    if v_order.state = 'placed' then
        perform routing.assign_profile(v_order.request_id, p_profile_id, p_reason);
        perform fulfillment.take_back(v_order.request_id, 'changed');
    end if;
    return orders.reroute(p_order_id);
end
$$;

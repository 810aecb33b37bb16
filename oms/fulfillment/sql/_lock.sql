-- Lock a fulfillment order, its request first, for an actor who may act at its location; returns it.
-- Raises: OM404, OM403. Called by: every function that works on one
create or replace function fulfillment._lock(p_order_id bigint) returns fulfillment.orders
language plpgsql security definer set search_path = pg_catalog, pg_temp
as $$
declare
    v_order fulfillment.orders;
begin
    select o.* into v_order from fulfillment.orders as o where o.id = p_order_id;
    if v_order.id is null then
        raise exception using errcode = 'OM404', message = 'no such fulfillment order';
    end if;
    perform db.require_location(v_order.location_id);
    perform demand.lock_request(v_order.request_id);
    select o.* into v_order from fulfillment.orders as o where o.id = p_order_id for update;
    return v_order;
end
$$;

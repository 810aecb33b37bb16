-- Lock an order, its request first, for an actor who may see it; returns it. `p_version` is the version the person saw.
-- Raises: OM404, OM409 changed meanwhile. Called by: every command on an order
create or replace function orders._lock(p_order_id bigint, p_version int default null) returns orders.orders
language plpgsql security definer set search_path = pg_catalog, pg_temp
as $$
declare
    v_order orders.orders;
begin
    select o.* into v_order from orders.orders as o
    where o.id = p_order_id and (db.sees_all() or o.location_ids && db.locations());
    if v_order.id is null then
        raise exception using errcode = 'OM404', message = 'no such order';
    end if;
    perform demand.lock_request(v_order.request_id);
    select o.* into v_order from orders.orders as o where o.id = p_order_id for update;
    if p_version is not null and p_version <> v_order.version then
        raise exception using errcode = 'OM409', message = 'changed meanwhile', detail = jsonb_build_object(
            'expected', p_version, 'version', v_order.version)::text;
    end if;
    return v_order;
end
$$;

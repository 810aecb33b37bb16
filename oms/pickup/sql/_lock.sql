-- Lock a pickup and its fulfillment order, the request first; returns it. Raises: OM404, OM403.
-- Called by: every function of pickup that changes one
create or replace function pickup._lock(p_pickup_id bigint) returns pickup.pickups
language plpgsql security definer set search_path = pg_catalog, pg_temp
as $$
declare
    v_pickup pickup.pickups;
begin
    select p.* into v_pickup from pickup.pickups as p where p.id = p_pickup_id;
    if v_pickup.id is null then
        raise exception using errcode = 'OM404', message = 'no such pickup';
    end if;
    perform fulfillment._lock(v_pickup.fulfillment_order_id);
    select p.* into v_pickup from pickup.pickups as p where p.id = p_pickup_id for update;
    return v_pickup;
end
$$;

-- Write an event of a pickup into the log of its request. Called by: every function of pickup that changes one
create or replace function pickup._record(p_pickup pickup.pickups, p_type text, p_data jsonb default '{}') returns void
language sql security definer set search_path = pg_catalog, pg_temp
as $$
    select history.record('demand', o.request_id, p_type,
        jsonb_build_object('pickup_id', p_pickup.id, 'number', o.number) || p_data, p_pickup.location_id)
    from fulfillment.orders as o where o.id = p_pickup.fulfillment_order_id
$$;

-- Put a picked fulfillment order on a shelf, ready for its customer; returns the pickup's id. The caller derives the code
-- from the nonce and hands over its hash only. Raises: OM601 no such shelf, OM607 it is shipped, not collected; OM404,
-- OM403, OM506 that is done already, orders_fulfillment_transition_lawful. Called by: the store's board
create or replace function pickup.stage(p_order_id bigint, p_shelf text, p_nonce bytea, p_code_hash bytea) returns bigint
language plpgsql security definer set search_path = pg_catalog, pg_temp
as $$
declare
    v_order fulfillment.orders := fulfillment._lock(p_order_id);
    v_location inventory.locations;
    v_pickup pickup.pickups;
begin
    if v_order.method <> 'pickup' then
        raise exception using errcode = 'OM607', message = 'not to be collected';
    end if;
    if v_order.state in ('ready_for_pickup', 'collected') then  -- from there back is lawful, but it is the undo's to take
        raise exception using errcode = 'OM506', message = 'done already';
    end if;
    select l.* into strict v_location from inventory.locations as l where l.id = v_order.location_id;
    if v_order.state = 'picked' then
        perform fulfillment._transition(p_order_id, 'packed');
    end if;
    perform fulfillment._transition(p_order_id, 'ready_for_pickup', jsonb_build_object('shelf', upper(trim(p_shelf))));
    insert into pickup.pickups as p (
        fulfillment_order_id, location_id, shelf_id, nonce, code_hash, ready_at, expires_at)
    values (p_order_id, v_location.id, pickup._shelf(v_location.id, p_shelf), p_nonce, p_code_hash, db.now(),
            pickup._expiry(v_location))
    returning p.* into v_pickup;
    perform pickup._record(v_pickup, 'pickup.ready', jsonb_build_object('shelf', upper(trim(p_shelf))));
    return v_pickup.id;
end
$$;

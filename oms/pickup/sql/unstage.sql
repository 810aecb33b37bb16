-- Take a pickup off its shelf again: the undo of staging. The code given out with it is void.
-- Raises: OM404, OM403, orders_fulfillment_transition_lawful. Called by: the store's board
create or replace function pickup.unstage(p_pickup_id bigint) returns void
language plpgsql security definer set search_path = pg_catalog, pg_temp
as $$
declare
    v_pickup pickup.pickups := pickup._lock(p_pickup_id);
begin
    perform fulfillment._transition(v_pickup.fulfillment_order_id, 'packed');
    perform fulfillment._transition(v_pickup.fulfillment_order_id, 'picked');
    delete from pickup.pickups where id = p_pickup_id;
end
$$;

-- Take a waiting pickup off its shelf again: the undo of staging. The code given out with it is void.
-- Raises: OM604 not waiting any more, OM404, OM403. Called by: the store's board
create or replace function pickup.unstage(p_pickup_id bigint) returns void
language plpgsql security definer set search_path = pg_catalog, pg_temp
as $$
declare
    v_pickup pickup.pickups := pickup._waiting(p_pickup_id);
begin
    perform fulfillment._transition(v_pickup.fulfillment_order_id, 'packed');
    perform fulfillment._transition(v_pickup.fulfillment_order_id, 'picked');
    delete from pickup.pickups where id = p_pickup_id;
end
$$;

-- Put a waiting pickup on another shelf. Raises: OM601 no such shelf, OM604 not waiting any more, OM404, OM403.
-- Called by: the store's board
create or replace function pickup.move(p_pickup_id bigint, p_shelf text) returns void
language plpgsql security definer set search_path = pg_catalog, pg_temp
as $$
declare
    v_pickup pickup.pickups := pickup._waiting(p_pickup_id);
begin
    update pickup.pickups set shelf_id = pickup._shelf(v_pickup.location_id, p_shelf) where id = p_pickup_id;
    perform pickup._record(v_pickup, 'pickup.moved', jsonb_build_object('shelf', upper(trim(p_shelf))));
end
$$;

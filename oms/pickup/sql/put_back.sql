-- What nobody collected has been carried from its pickup shelf back to its place in the shop. The stock was available
-- before; this is for the person who does the carrying. Raises: OM606 it still waits, OM404, OM403.
-- Called by: the store's board
create or replace function pickup.put_back(p_pickup_id bigint) returns void
language plpgsql security definer set search_path = pg_catalog, pg_temp
as $$
declare
    v_pickup pickup.pickups := pickup._lock(p_pickup_id);
begin
    if v_pickup.returned_at is null then
        raise exception using errcode = 'OM606', message = 'it still waits';
    end if;
    update pickup.pickups set put_back_at = coalesce(put_back_at, db.now()) where id = p_pickup_id;
end
$$;

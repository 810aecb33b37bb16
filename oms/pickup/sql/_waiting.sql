-- Lock a pickup that still waits for its customer; returns it. Raises: OM604 not waiting any more, OM404, OM403.
-- Called by: pickup.hand_over, extend, move, return_to_stock
create or replace function pickup._waiting(p_pickup_id bigint) returns pickup.pickups
language plpgsql security definer set search_path = pg_catalog, pg_temp
as $$
declare
    v_pickup pickup.pickups := pickup._lock(p_pickup_id);
begin
    if v_pickup.collected_at is not null or v_pickup.returned_at is not null then
        raise exception using errcode = 'OM604', message = 'not waiting any more';
    end if;
    return v_pickup;
end
$$;

-- The wrong pickup was tapped: it is back on its shelf. Possible for half a minute; the invoice waits that long.
-- Raises: OM603 too late, OM404, OM403. Called by: the store's undo
create or replace function pickup.undo_hand_over(p_pickup_id bigint) returns void
language plpgsql security definer set search_path = pg_catalog, pg_temp
as $$
declare
    v_pickup pickup.pickups := pickup._lock(p_pickup_id);
begin
    if v_pickup.collected_at is null or v_pickup.collected_at < db.now() - interval '30 seconds' then
        raise exception using errcode = 'OM603', message = 'too late to undo';
    end if;
    update pickup.pickups set collected_at = null, collected_by = '', proof = null where id = p_pickup_id;
    perform fulfillment._transition(v_pickup.fulfillment_order_id, 'ready_for_pickup', jsonb_build_object('reason', 'undo'));
    perform demand.unconsume(fulfillment._allocations(v_pickup.fulfillment_order_id));
end
$$;

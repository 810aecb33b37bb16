-- Give a waiting pickup to its collector, who showed the code (its hash is compared) or an identity document.
-- Returns whether the code was right; a wrong one counts, and five lock the code until somebody unlocks it.
-- Locks: request, lines, levels. Raises: OM602 locked, OM604 not waiting any more, OM404, OM403, pickups_proof_known.
-- Called by: the store's board
create or replace function pickup.hand_over(p_pickup_id bigint, p_proof text, p_code_hash bytea, p_collected_by text) returns boolean
language plpgsql security definer set search_path = pg_catalog, pg_temp
as $$
declare
    v_pickup pickup.pickups := pickup._waiting(p_pickup_id);
    v_allocation_ids bigint[] := fulfillment._allocations(v_pickup.fulfillment_order_id);
begin
    if p_proof = 'code' and v_pickup.failed_tries >= 5 then
        raise exception using errcode = 'OM602', message = 'locked after five wrong codes';
    end if;
    if p_proof = 'code' and p_code_hash is distinct from v_pickup.code_hash then
        update pickup.pickups set failed_tries = failed_tries + 1 where id = p_pickup_id;
        perform pickup._record(v_pickup, 'pickup.wrong_code', jsonb_build_object('tries', v_pickup.failed_tries + 1));
        return false;
    end if;
    update pickup.pickups
    set collected_at = db.now(), collected_by = p_collected_by, proof = p_proof, failed_tries = 0
    where id = p_pickup_id;
    perform fulfillment._transition(v_pickup.fulfillment_order_id, 'collected', jsonb_build_object('proof', p_proof));
    perform demand.consume(v_allocation_ids, 'collected');
    perform demand.deliver(v_allocation_ids);
    perform pickup._record(v_pickup, 'pickup.collected', jsonb_build_object('proof', p_proof, 'by', p_collected_by));
    return true;
end
$$;

-- End active holds, whose rows the caller has locked, as converted, released or expired: what they held is available again, but
-- for `p_claims`, which are promised for good in the same step.
-- Locks: level rows, sorted. Raises: OM101 not enough stock for the claims, holds_transition_lawful.
-- Called by: inventory.reserve, release_hold, expire_holds, make_room
create or replace function inventory._end_holds(p_ids bigint[], p_state text, p_claims jsonb default '[]') returns void
language plpgsql security definer set search_path = pg_catalog, pg_temp
as $$
begin
    update inventory.holds set state = p_state, ended_at = db.now() where id = any (p_ids);
    perform history.record('variant', l.variant_id, 'stock.hold_ended', jsonb_build_object(
        'hold_id', l.hold_id, 'state', p_state, 'quantity', l.quantity), l.location_id)
    from inventory.hold_lines as l where l.hold_id = any (p_ids);
    perform inventory._promise(p_claims || (
        select coalesce(jsonb_agg(jsonb_build_object(
            'variant_id', l.variant_id, 'location_id', l.location_id, 'quantity', -l.quantity, 'held', -l.quantity)), '[]')
        from inventory.hold_lines as l where l.hold_id = any (p_ids)));
end
$$;

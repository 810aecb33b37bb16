-- For whoever did not get what was wanted of these SKUs: nobody else changes their levels from now on; what pools have, and what
-- holds kept whose time is up, is available there, and what is spoiled is not. Must come before any other lock on levels.
-- Locks: overdue holds that nobody works on, level rows sorted, each with its units. Called by: routing.route, routing.hold, inventory._keep
create or replace function inventory.make_room(p_variant_ids bigint[]) returns void
language plpgsql security definer set search_path = pg_catalog, pg_temp
as $$
declare
    v_ids bigint[] := array(
        select h.id from inventory.holds as h
        where h.state = 'active' and h.expires_at <= db.now() and exists (
            select from inventory.hold_lines as l where l.hold_id = h.id and l.variant_id = any (p_variant_ids))
        for update skip locked);
begin
    perform inventory._lock_levels(p_variant_ids || array(
        select l.variant_id from inventory.hold_lines as l where l.hold_id = any (v_ids)));
    perform inventory._end_holds(v_ids, 'expired') where v_ids <> '{}';
    perform inventory.withdraw_lots(p_variant_ids);
end
$$;

-- Count some SKUs of a count again: what was counted of them is forgotten (but written down), and the count is open again.
-- Locks: the count, its lines. Raises: OM403, OM404, OM409, counts_transition_lawful once it was posted.
-- Called by: the count page
create or replace function inventory.recount(p_count_id bigint, p_variant_ids bigint[], p_version int default null) returns void
language plpgsql security definer set search_path = pg_catalog, pg_temp
as $$
declare
    v_count inventory.counts := inventory._lock_count(p_count_id, p_version);
begin
    if v_count.state <> 'open' then
        perform inventory._move_count(p_count_id, 'open');
    end if;
    insert into inventory.count_tallies (count_id, variant_id, quantity, counted_after, on_hand, sequence, actor, actor_name, counted_at)
    select p_count_id, l.variant_id, -l.counted, null, l.on_hand, l.sequence, db.actor(), db.actor_name(), db.now()
    from inventory.count_lines as l
    where l.count_id = p_count_id and l.variant_id = any (p_variant_ids) and l.counted is not null;
    update inventory.count_lines set counted = null, was_disturbed = false, counted_by = '', counted_at = null
    where count_id = p_count_id and variant_id = any (p_variant_ids);
end
$$;

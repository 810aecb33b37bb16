-- Keep how a consistency query answered: how many rows break it, with some of them; and when it held last. Raises: checks_broken_not_negative.
-- Called by: the invariants page, jobs.reports.check
create or replace function reports.record_check(p_name text, p_duration_ms int, p_broken int, p_examples jsonb) returns void
language sql security definer set search_path = pg_catalog, pg_temp
as $$
    insert into reports.checks as c (name, checked_at, duration_ms, broken, examples, held_at)
    values (p_name, db.now(), p_duration_ms, p_broken, p_examples, case p_broken when 0 then db.now() end)
    on conflict (name) do update set
        checked_at = excluded.checked_at, duration_ms = excluded.duration_ms, broken = excluded.broken, examples = excluded.examples,
        held_at = coalesce(excluded.held_at, c.held_at)
$$;

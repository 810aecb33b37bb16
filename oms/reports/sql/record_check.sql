-- Keep how a consistency query answered: how many rows break it, with some of them; when it held last; and the transaction up to
-- which everything is known to be well. An answer about changes alone says nothing while something else is known to be broken.
-- Raises: checks_broken_not_negative. Called by: the page of promises, jobs.reports
create or replace function reports.record_check(
    p_name text, p_is_whole boolean, p_horizon xid8, p_duration_ms int, p_broken int, p_examples jsonb
) returns void
language sql security definer set search_path = pg_catalog, pg_temp
as $$
    insert into reports.checks as c (
        name, checked_at, duration_ms, broken, examples, is_whole, held_at, horizon, whole_at, whole_ms)
    select p_name, db.now(), p_duration_ms, p_broken, p_examples, p_is_whole, a.held_at, a.horizon,
           case when p_is_whole then a.held_at end, case when p_is_whole and p_broken = 0 then p_duration_ms end
    from (select case p_broken when 0 then db.now() end, case p_broken when 0 then p_horizon end) as a (held_at, horizon)
    on conflict (name) do update set
        checked_at = excluded.checked_at, duration_ms = excluded.duration_ms, broken = excluded.broken, examples = excluded.examples,
        is_whole = excluded.is_whole, held_at = coalesce(excluded.held_at, c.held_at), horizon = excluded.horizon,
        whole_at = coalesce(excluded.whole_at, c.whole_at), whole_ms = coalesce(excluded.whole_ms, c.whole_ms)
    where excluded.is_whole or c.horizon is not null
$$;

-- Bury what died with its last attempt; returns the ids of tasks that are due and that nobody is doing.
-- Called by: jobs.clock, which rings for each
create or replace function tasks.sweep(p_limit int default 500) returns bigint[]
language plpgsql security definer set search_path = pg_catalog, pg_temp
as $$
begin
    update tasks.tasks
    set state = 'dead', lease_until = null, finished_at = db.now(),
        last_error = coalesce(last_error, 'The worker died while doing it.')
    where state = 'running' and lease_until < db.now() and attempts >= max_attempts;
    return coalesce((
        select array_agg(d.id order by d.due_at, d.id)
        from (
            (select t.id, t.run_after as due_at from tasks.tasks as t
             where t.state = 'ready' and t.run_after <= db.now() order by t.run_after limit p_limit)
            union all
            (select t.id, t.lease_until from tasks.tasks as t
             where t.state = 'running' and t.lease_until < db.now() order by t.lease_until limit p_limit)
        ) as d), '{}');
end
$$;

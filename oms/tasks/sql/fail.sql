-- Note what went wrong: try again later (15 s, 30 s, 60 s ...), or dead after the last attempt.
-- Called by: jobs.worker
create or replace function tasks.fail(p_task_id bigint, p_attempt int, p_error text) returns void
language sql security definer set search_path = pg_catalog, pg_temp
as $$
    update tasks.tasks
    set state = case when attempts >= max_attempts then 'dead' else 'ready' end,
        lease_until = null,
        last_error = left(p_error, 2000),
        run_after = db.now() + interval '15 seconds' * power(2, least(attempts, 10) - 1),
        finished_at = case when attempts >= max_attempts then db.now() end
    where id = p_task_id and state = 'running' and attempts = p_attempt
$$;

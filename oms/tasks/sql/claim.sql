-- Take the lease on a task that is due, or whose lease has lapsed. Counts the attempt before the work starts, so that
-- a job that kills its process dies too. Returns the task, or a row of nulls: somebody else has it.
-- Called by: jobs.worker, jobs.run
create or replace function tasks.claim(p_task_id bigint, p_lease interval default '60 seconds') returns tasks.tasks
language sql security definer set search_path = pg_catalog, pg_temp
as $$
    update tasks.tasks
    set state = 'running', attempts = attempts + 1, lease_until = db.now() + p_lease
    where id = p_task_id and attempts < max_attempts
        and ((state = 'ready' and run_after <= db.now()) or (state = 'running' and lease_until < db.now()))
    returning *
$$;

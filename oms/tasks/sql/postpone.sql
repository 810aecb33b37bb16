-- Put a task back because the world is not ready for it, such as a mail server that does not answer. That costs no
-- attempt; it waits half as long as it has waited so far, from 15 seconds to an hour. Called by: jobs.run
create or replace function tasks.postpone(p_task_id bigint, p_attempt int, p_error text) returns void
language sql security definer set search_path = pg_catalog, pg_temp
as $$
    update tasks.tasks
    set state = 'ready', lease_until = null, attempts = attempts - 1, last_error = left(p_error, 2000),
        run_after = db.now() + least(greatest((db.now() - created_at) / 2, interval '15 seconds'), interval '1 hour')
    where id = p_task_id and state = 'running' and attempts = p_attempt
$$;

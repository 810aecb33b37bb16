-- Mark a task done, in the transaction of its effect. Raises: OM901 when the lease was lost, which undoes the effect:
-- the other attempt does it. Called by: jobs.worker
create or replace function tasks.finish(p_task_id bigint, p_attempt int) returns void
language plpgsql security definer set search_path = pg_catalog, pg_temp
as $$
begin
    update tasks.tasks set state = 'done', lease_until = null, finished_at = db.now(), last_error = null
    where id = p_task_id and state = 'running' and attempts = p_attempt;
    if not found then
        raise exception using errcode = 'OM901', message = 'lease lost';
    end if;
end
$$;

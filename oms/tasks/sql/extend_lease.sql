-- Hold on to a task that takes longer. Raises: OM901 when the lease was lost to another attempt.
-- Called by: jobs.worker's heartbeat
create or replace function tasks.extend_lease(p_task_id bigint, p_attempt int, p_lease interval default '60 seconds') returns void
language plpgsql security definer set search_path = pg_catalog, pg_temp
as $$
begin
    update tasks.tasks set lease_until = db.now() + p_lease
    where id = p_task_id and state = 'running' and attempts = p_attempt;
    if not found then
        raise exception using errcode = 'OM901', message = 'lease lost';
    end if;
end
$$;

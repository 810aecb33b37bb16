-- Give a dead task new attempts. Raises: OM404 when there is no such dead task.
-- Called by: the work page
create or replace function tasks.retry(p_task_id bigint) returns void
language plpgsql security definer set search_path = pg_catalog, pg_temp
as $$
begin
    update tasks.tasks set state = 'ready', attempts = 0, run_after = db.now(), finished_at = null
    where id = p_task_id and state = 'dead';
    if not found then
        raise exception using errcode = 'OM404', message = 'no such dead task';
    end if;
    perform tasks._announce(p_task_id);
end
$$;

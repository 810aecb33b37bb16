-- Say that a task is due; after the commit oms/tasks/bell.py rings for it. A notice needs no round trip of its own, and
-- nothing depends on it: tasks.sweep finds what was not heard. Called by: tasks.enqueue, retry
create or replace function tasks._announce(p_task_id bigint) returns void
language plpgsql set search_path = pg_catalog, pg_temp
as $$
begin
    raise notice 'task due' using detail = p_task_id::text;
end
$$;

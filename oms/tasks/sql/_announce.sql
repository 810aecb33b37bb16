-- Say that a task is due, to whoever began this transaction: after the commit he rings for it (oms/tasks/bell.py).
-- A notice needs no round trip of its own. Nothing depends on it being heard: tasks.sweep finds the task anyway.
create or replace function tasks._announce(p_task_id bigint) returns void
language plpgsql set search_path = pg_catalog, pg_temp
as $$
begin
    raise notice 'task due' using detail = p_task_id::text;
end
$$;

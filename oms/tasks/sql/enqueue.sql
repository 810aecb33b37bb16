-- Add work to do, in the transaction that causes it; the same dedupe key twice is one task. Returns its id, or null
-- where only the past is told (db.is_past).
-- Called by: functions and triggers of every domain.
create or replace function tasks.enqueue(
    p_kind text, p_args jsonb default '{}', p_dedupe_key text default null,
    p_run_after timestamptz default null, p_max_attempts int default 3
) returns bigint
language plpgsql security definer set search_path = pg_catalog, pg_temp
as $$
declare
    v_id bigint;
begin
    if db.is_past() then
        return null;
    end if;
    insert into tasks.tasks (kind, args, dedupe_key, run_after, max_attempts, created_at)
    values (p_kind, p_args, p_dedupe_key, coalesce(p_run_after, db.now()), p_max_attempts, db.now())
    on conflict (dedupe_key) do nothing
    returning id into v_id;
    if v_id is null then
        select t.id into strict v_id from tasks.tasks as t where t.dedupe_key = p_dedupe_key;
    elsif p_run_after is null then
        perform tasks._announce(v_id);
    end if;
    return v_id;
end
$$;

-- Enqueue what every active schedule owes for its current tick; each tick happens once, however many clocks run.
-- A tick that comes while the task of an earlier one still waits adds none. Returns the ids of the new tasks.
-- Called by: jobs.clock
create or replace function tasks.tick() returns bigint[]
language plpgsql security definer set search_path = pg_catalog, pg_temp
as $$
declare
    v_schedule tasks.schedules;
    v_ids bigint[] := '{}';
begin
    for v_schedule in select s.* from tasks.schedules as s where s.is_active order by s.name loop
        insert into tasks.ticks (schedule, ticked_at)
        values (v_schedule.name, date_bin(v_schedule.every, db.now(), timestamptz 'epoch'))
        on conflict do nothing;
        if found and not exists (
            select from tasks.tasks as t where t.kind = v_schedule.kind and t.args = '{}' and t.state = 'ready'
        ) then
            v_ids := v_ids || tasks.enqueue(v_schedule.kind);
        end if;
    end loop;
    return v_ids;
end
$$;

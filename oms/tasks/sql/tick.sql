-- Enqueue what every active schedule owes for its current tick; each tick happens once, however many clocks run.
-- Returns the ids of the new tasks. Called by: jobs.clock
create or replace function tasks.tick() returns bigint[]
language plpgsql security definer set search_path = pg_catalog, pg_temp
as $$
declare
    v_schedule tasks.schedules;
    v_tick timestamptz;
    v_ids bigint[] := '{}';
begin
    for v_schedule in select s.* from tasks.schedules as s where s.is_active order by s.name loop
        v_tick := date_bin(v_schedule.every, db.now(), timestamptz 'epoch');
        insert into tasks.ticks (schedule, ticked_at) values (v_schedule.name, v_tick) on conflict do nothing;
        if found then
            v_ids := v_ids || tasks.enqueue(v_schedule.kind, '{}', 'tick:' || v_schedule.name || ':' || v_tick);
        end if;
    end loop;
    return v_ids;
end
$$;

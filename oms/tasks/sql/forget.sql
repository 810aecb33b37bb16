-- Delete finished work and ticks older than the given age; keeps what is dead, for people to see.
-- Called by: the daily schedule
create or replace function tasks.forget(p_age interval default '30 days') returns void
language sql security definer set search_path = pg_catalog, pg_temp
as $$
    delete from tasks.ticks where ticked_at < db.now() - p_age;
    delete from tasks.tasks where state = 'done' and finished_at < db.now() - p_age;
$$;

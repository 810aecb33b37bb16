-- Delete what no login needs any more: old attempts, sessions and one-time links that ended long ago.
-- Called by: the daily schedule
create or replace function auth.forget(p_age interval default '30 days') returns void
language sql security definer set search_path = pg_catalog, pg_temp
as $$
    delete from auth.login_attempts where attempted_at < db.now() - p_age;
    delete from auth.sessions where least(ended_at, idle_until, expires_at) < db.now() - p_age;
    delete from auth.setup_links where least(used_at, expires_at) < db.now() - p_age;
$$;

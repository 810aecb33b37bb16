-- Delete the answers kept for longer than anybody repeats a request. Called by: the daily schedule
create or replace function api.forget(p_age interval default '30 days') returns void
language sql security definer set search_path = pg_catalog, pg_temp
as $$
    delete from api.idempotency_keys where created_at < db.now() - p_age
$$;

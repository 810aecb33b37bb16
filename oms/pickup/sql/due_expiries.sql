-- Pickups that nobody collected in time, longest overdue first. Called by: the expiry task
create or replace function pickup.due_expiries() returns bigint[]
language sql stable security definer set search_path = pg_catalog, pg_temp
as $$
    select coalesce(array_agg(p.id order by p.expires_at, p.id), '{}') from pickup.pickups as p
    where p.collected_at is null and p.returned_at is null and p.expires_at <= db.now()
$$;

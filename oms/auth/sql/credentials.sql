-- The password hash of an active person, to be verified outside; no row for anybody else. Called by: the login page,
-- and pages that ask for the password again.
create or replace function auth.credentials(p_email text) returns table (person_id bigint, password_hash text)
language sql stable security definer set search_path = pg_catalog, pg_temp
as $$
    select p.id, p.password_hash from auth.people as p
    where p.email = lower(p_email) and p.is_active and p.password_hash is not null
$$;

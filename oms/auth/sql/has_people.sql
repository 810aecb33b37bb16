-- Whether anybody works here yet. Called by: the first start, the login page
create or replace function auth.has_people() returns boolean
language sql stable security definer set search_path = pg_catalog, pg_temp
as $$ select exists (select from auth.people) $$;

-- The claimed attempt had the right password. Called by: the login page
create or replace function auth.confirm_login(p_attempt_id bigint) returns void
language sql security definer set search_path = pg_catalog, pg_temp
as $$ update auth.login_attempts set is_success = true where id = p_attempt_id $$;

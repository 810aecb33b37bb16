-- Store the same password under stronger parameters; nothing else changes. Called by: login
create or replace function auth.upgrade_password_hash(p_person_id bigint, p_password_hash text) returns void
language sql security definer set search_path = pg_catalog, pg_temp
as $$ update auth.people set password_hash = p_password_hash where id = p_person_id $$;

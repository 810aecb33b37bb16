-- End a key, at once and for good. Called by: the API tokens page
create or replace function auth.revoke_token(p_token_id bigint) returns void
language sql security definer set search_path = pg_catalog, pg_temp
as $$ update auth.api_tokens set revoked_at = db.now() where id = p_token_id and revoked_at is null $$;

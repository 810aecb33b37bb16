-- A key for other software; only its hash is kept. Called by: the API tokens page, the demo shop
create or replace function auth.create_token(
    p_name text, p_prefix text, p_token_hash bytea, p_scopes text[],
    p_location_ids int[] default null, p_created_by bigint default null, p_expires_at timestamptz default null
) returns bigint
language sql security definer set search_path = pg_catalog, pg_temp
as $$
    insert into auth.api_tokens (name, prefix, token_hash, scopes, location_ids, created_by, created_at, expires_at)
    values (trim(p_name), p_prefix, p_token_hash, p_scopes, p_location_ids, p_created_by, db.now(), p_expires_at)
    returning id
$$;

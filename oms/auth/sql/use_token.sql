-- The token with this hash, once per request; no row when revoked or expired. Remembers when it was last used, once a
-- minute. Locks: the token's row. Called by: every request with a bearer token
create or replace function auth.use_token(p_token_hash bytea)
returns table (id bigint, name text, scopes text[], location_ids int[])
language plpgsql security definer set search_path = pg_catalog, pg_temp
as $$
begin
    if exists (
        select from auth.api_tokens as t
        where t.token_hash = p_token_hash and t.revoked_at is null
            and (t.last_used_at is null or t.last_used_at < db.now() - interval '1 minute')
    ) then
        update auth.api_tokens as t set last_used_at = db.now() where t.token_hash = p_token_hash;
    end if;
    return query
    select t.id, t.name, t.scopes, t.location_ids from auth.api_tokens as t
    where t.token_hash = p_token_hash and t.revoked_at is null and coalesce(t.expires_at > db.now(), true);
end
$$;

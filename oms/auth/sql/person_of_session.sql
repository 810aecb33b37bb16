-- Who this session belongs to, once per request; no row when it has ended, idled away, or the person may no longer
-- work here. Being seen prolongs it, written down once a minute and not once a request. Locks: the session's row.
-- Called by: every request with a session cookie
create or replace function auth.person_of_session(p_token_hash bytea)
returns table (id bigint, email text, name text, role text, language text, time_zone text, theme text)
language plpgsql security definer set search_path = pg_catalog, pg_temp
as $$
begin
    if exists (
        select from auth.sessions as s
        where s.token_hash = p_token_hash and s.ended_at is null
            and s.last_seen_at < db.now() - interval '1 minute' and s.idle_until > db.now()
    ) then
        update auth.sessions as s
        set last_seen_at = db.now(), idle_until = db.now() + (s.idle_until - s.last_seen_at)
        where s.token_hash = p_token_hash;
    end if;
    return query
    select p.id, p.email, p.name, p.role, p.language, p.time_zone, p.theme
    from auth.sessions as s
    join auth.people as p on p.id = s.person_id
    where s.token_hash = p_token_hash and s.ended_at is null
        and s.idle_until > db.now() and s.expires_at > db.now() and p.is_active;
end
$$;

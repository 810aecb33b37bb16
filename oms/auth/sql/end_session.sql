-- End one session of a person, by its hash. Called by: log out, the list of one's own sessions
create or replace function auth.end_session(p_person_id bigint, p_token_hash bytea) returns void
language sql security definer set search_path = pg_catalog, pg_temp
as $$
    update auth.sessions set ended_at = db.now()
    where person_id = p_person_id and token_hash = p_token_hash and ended_at is null
$$;

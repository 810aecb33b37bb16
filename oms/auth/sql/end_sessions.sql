-- End all sessions of a person, except one where given.
-- Called by: auth.set_password, auth.update_person, the list of one's own sessions
create or replace function auth.end_sessions(p_person_id bigint, p_except bytea default null) returns void
language sql security definer set search_path = pg_catalog, pg_temp
as $$
    update auth.sessions set ended_at = db.now()
    where person_id = p_person_id and ended_at is null and token_hash is distinct from p_except
$$;

-- Begin a session: twelve hours at most, one shift. Idle it ends after 30 minutes at a desk and after two hours at a
-- shared tablet or a packing bench, where people walk away to fetch things. Called by: login, first password
create or replace function auth.start_session(p_person_id bigint, p_token_hash bytea, p_address text, p_user_agent text) returns void
language sql security definer set search_path = pg_catalog, pg_temp
as $$
    insert into auth.sessions (token_hash, person_id, created_at, last_seen_at, idle_until, expires_at, address, user_agent)
    select p_token_hash, p.id, db.now(), db.now(),
        db.now() + case when p.role in ('warehouse', 'store') then interval '2 hours' else interval '30 minutes' end,
        db.now() + interval '12 hours', p_address, left(p_user_agent, 300)
    from auth.people as p
    where p.id = p_person_id and p.is_active
$$;

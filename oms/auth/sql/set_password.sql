-- Give a person a new password and end all their sessions, except the one that asked.
-- Called by: the account page, auth.use_setup_link, the demo shop
create or replace function auth.set_password(p_person_id bigint, p_password_hash text, p_keep_session bytea default null) returns void
language plpgsql security definer set search_path = pg_catalog, pg_temp
as $$
begin
    update auth.people set password_hash = p_password_hash where id = p_person_id;
    perform auth.end_sessions(p_person_id, p_keep_session);
end
$$;

-- Use a one-time link: the person chooses a password; where there is nobody yet, they become the owner. Returns who.
-- Locks: the link, so that it works once. Raises: OM412 no longer good. Called by: the set-up page
create or replace function auth.use_setup_link(
    p_token_hash bytea, p_password_hash text, p_email text default null, p_name text default null
) returns bigint
language plpgsql security definer set search_path = pg_catalog, pg_temp
as $$
declare
    v_person_id bigint;
begin
    perform from auth.setup_links where token_hash = p_token_hash for update;
    select person_id into v_person_id from auth.setup_link(p_token_hash);
    if not found then
        raise exception using errcode = 'OM412', message = 'this link is no longer good';
    end if;
    v_person_id := coalesce(v_person_id, auth.create_person(p_email, p_name, 'owner'));
    perform auth.set_password(v_person_id, p_password_hash);
    update auth.setup_links set used_at = db.now() where token_hash = p_token_hash;
    return v_person_id;
end
$$;

-- Change who somebody is and what they may do. Another role, or none at all, ends their sessions at once.
-- Locks: all owners, so that two of them cannot remove each other.
-- Raises: OM404, OM410 the last owner, people_email_unique. Called by: the people page
create or replace function auth.update_person(
    p_person_id bigint, p_email text, p_name text, p_role text, p_language text, p_time_zone text, p_is_active boolean
) returns void
language plpgsql security definer set search_path = pg_catalog, pg_temp
as $$
declare
    v_before auth.people;
begin
    perform from auth.people where role = 'owner' or id = p_person_id order by id for update;
    select * into v_before from auth.people where id = p_person_id;
    if v_before.id is null then
        raise exception using errcode = 'OM404', message = 'no such person';
    end if;
    if v_before.role = 'owner' and (p_role <> 'owner' or not p_is_active) and not exists (
        select from auth.people where role = 'owner' and is_active and id <> p_person_id
    ) then
        raise exception using errcode = 'OM410', message = 'the last owner';
    end if;
    update auth.people
    set email = lower(trim(p_email)), name = trim(p_name), role = p_role, language = p_language,
        time_zone = nullif(p_time_zone, ''), is_active = p_is_active
    where id = p_person_id;
    if v_before.role <> p_role or not p_is_active then
        perform auth.end_sessions(p_person_id);
    end if;
end
$$;

-- A profile, locked against a second change at the same time. Locks: profile. Raises: OM404.
-- Called by: every function that changes one
create or replace function routing._profile(p_profile_id int) returns routing.profiles
language plpgsql security definer set search_path = pg_catalog, pg_temp
as $$
declare
    v_profile routing.profiles;
begin
    select p.* into v_profile from routing.profiles as p where p.id = p_profile_id for update;
    if not found then
        raise exception using errcode = 'OM404', message = 'no such profile', detail = jsonb_build_object('what', p_profile_id)::text;
    end if;
    return v_profile;
end
$$;

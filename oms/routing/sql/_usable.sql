-- A profile that can decide: it isn't archived and has an active version. Raises: OM404, OM222.
-- Called by: routing.assign_profile, routing.make_default, routing.save_rules
create or replace function routing._usable(p_profile_id int) returns routing.profiles
language plpgsql security definer set search_path = pg_catalog, pg_temp
as $$
declare
    v_profile routing.profiles := routing._profile(p_profile_id);
begin
    if v_profile.is_archived or not exists (
        select from routing.profile_versions as v where v.profile_id = p_profile_id and v.state = 'active'
    ) then
        raise exception using errcode = 'OM222', message = 'profile can not decide', detail = jsonb_build_object(
            'profile', v_profile.name)::text;
    end if;
    return v_profile;
end
$$;

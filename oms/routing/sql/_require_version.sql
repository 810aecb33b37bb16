-- A version of a profile whose rules can be followed. Raises: OM404 no such version, OM221 with what is wrong with them.
-- Called by: routing.simulate, routing.start_shadow
create or replace function routing._require_version(p_version_id int) returns routing.profile_versions
language plpgsql stable security definer set search_path = pg_catalog, pg_temp
as $$
declare
    v_version routing.profile_versions;
begin
    select v.* into v_version from routing.profile_versions as v where v.id = p_version_id;
    if not found then
        raise exception using errcode = 'OM404', message = 'no such version', detail = jsonb_build_object('what', p_version_id)::text;
    end if;
    perform routing._require_sound(routing.profile_problems(v_version.rules));
    return v_version;
end
$$;

-- A version of a profile, with its profile locked. Locks: profile. Raises: OM404.
-- Called by: routing.activate, routing.discard_draft
create or replace function routing._lock_version(p_version_id int) returns routing.profile_versions
language plpgsql security definer set search_path = pg_catalog, pg_temp
as $$
declare
    v_version routing.profile_versions;
begin
    perform routing._profile((select v.profile_id from routing.profile_versions as v where v.id = p_version_id));
    select v.* into v_version from routing.profile_versions as v where v.id = p_version_id;
    return v_version;
end
$$;

-- The version of a profile that decides for a request: the active one of the profile chosen for it, or else of the default.
-- Called by: routing.route
create or replace function routing._version(p_request_id bigint) returns routing.profile_versions
language sql stable security definer set search_path = pg_catalog, pg_temp
as $$
    select routing._active_version((select c.profile_id from routing.request_profiles as c where c.request_id = p_request_id))
$$;

-- The version of a profile that decides for a request: the active one of the default profile. Called by: routing.route, routing._wish
create or replace function routing._version(p_request_id bigint) returns routing.profile_versions
language sql stable security definer set search_path = pg_catalog, pg_temp
as $$
    select v from routing.profiles as p join routing.profile_versions as v on v.profile_id = p.id and v.state = 'active'
    where p.is_default
$$;

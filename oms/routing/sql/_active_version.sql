-- The active version of a profile; of the default one where none is named, or it can't be used any more.
-- Called by: routing._version, routing._wish, routing.save_profile
create or replace function routing._active_version(p_profile_id int) returns routing.profile_versions
language sql stable security definer set search_path = pg_catalog, pg_temp
as $$
    select v from routing.profiles as p join routing.profile_versions as v on v.profile_id = p.id and v.state = 'active'
    where (p.id = p_profile_id or p.is_default) and not p.is_archived
    order by p.id = p_profile_id desc limit 1
$$;

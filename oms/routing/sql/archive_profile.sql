-- Put a profile away that nobody needs, or bring it back. Its versions stay: decisions refer to them. Orders that it decided for go
-- on with the default. Locks: profile. Raises: OM404, OM223 a rule uses it, profiles_default_stays. Called by: the page of a profile
create or replace function routing.archive_profile(p_profile_id int, p_is_archived boolean default true) returns void
language plpgsql security definer set search_path = pg_catalog, pg_temp
as $$
declare
    v_profile routing.profiles := routing._profile(p_profile_id);
    v_rule int := (select min(r.position) from routing.rules as r where r.profile_id = p_profile_id);
begin
    if p_is_archived and v_rule is not null then
        raise exception using errcode = 'OM223', message = 'a rule uses it', detail = jsonb_build_object(
            'profile', v_profile.name, 'n', v_rule)::text;
    end if;
    update routing.profiles set is_archived = p_is_archived where id = p_profile_id;
    perform history.record('profile', p_profile_id, case when p_is_archived then 'profile.archived' else 'profile.restored' end,
        jsonb_build_object('name', v_profile.name));
end
$$;

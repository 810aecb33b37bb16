-- Make a profile, with a draft that says what another one says (the default one unless `p_copy_of` names it), or give one another
-- name. Returns its id. Locks: profile. Raises: OM404, profiles_name_unique, profiles_name_given. Called by: the pages of profiles
create or replace function routing.save_profile(p_name text, p_profile_id int default null, p_copy_of int default null) returns int
language plpgsql security definer set search_path = pg_catalog, pg_temp
as $$
declare
    v_id int := p_profile_id;
begin
    if v_id is null then
        insert into routing.profiles (name, created_at) values (trim(p_name), db.now()) returning id into v_id;
        perform routing.save_draft(v_id, (routing._active_version(p_copy_of)).rules);
    else
        perform routing._profile(v_id);
        update routing.profiles set name = trim(p_name) where id = v_id;
    end if;
    perform history.record('profile', v_id, 'profile.saved', jsonb_build_object('name', trim(p_name)));
    return v_id;
end
$$;

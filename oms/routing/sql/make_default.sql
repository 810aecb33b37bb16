-- Let a profile decide for every order that no rule gives to another. What waits is tried again at once. Locks: profile.
-- Raises: OM404, OM222 it can't be used. Called by: the page of a profile
create or replace function routing.make_default(p_profile_id int) returns void
language plpgsql security definer set search_path = pg_catalog, pg_temp
as $$
declare
    v_profile routing.profiles := routing._usable(p_profile_id);
begin
    update routing.profiles set is_default = false where is_default and id <> v_profile.id;
    update routing.profiles set is_default = true where id = v_profile.id;
    perform history.record('profile', v_profile.id, 'profile.made_default', jsonb_build_object('name', v_profile.name));
    perform routing._retry_waiting();
end
$$;

-- Give up a draft; its number is not used again. Locks: profile. Raises: OM404, profile_versions_transition_lawful.
-- Called by: the page of a profile
create or replace function routing.discard_draft(p_version_id int) returns void
language plpgsql security definer set search_path = pg_catalog, pg_temp
as $$
declare
    v_version routing.profile_versions := routing._lock_version(p_version_id);
begin
    update routing.profile_versions set state = 'discarded' where id = v_version.id;
    perform history.record('profile', v_version.profile_id, 'profile.draft_discarded', jsonb_build_object('version', v_version.version));
end
$$;

-- Let a draft decide from now on, or an earlier version again; what was active before is kept. What waits is tried again at once.
-- `p_seen` is the revision of it that the person saw. Locks: profile. Raises: OM404, OM409 changed meanwhile, OM221 with the problems
-- of severity refuse (see routing.profile_problems), profile_versions_transition_lawful. Called by: the page of a profile, the demo shop
create or replace function routing.activate(p_version_id int, p_seen int default null) returns void
language plpgsql security definer set search_path = pg_catalog, pg_temp
as $$
declare
    v_version routing.profile_versions := routing._lock_version(p_version_id);
begin
    if v_version.revision <> p_seen then
        raise exception using errcode = 'OM409', message = 'changed meanwhile';
    end if;
    perform routing._require_sound(routing.profile_problems(v_version.rules));
    update routing.profile_versions set state = 'retired' where profile_id = v_version.profile_id and state = 'active';
    update routing.profile_versions set state = 'active', activated_by = db.actor_name(), activated_at = db.now()
    where id = v_version.id;
    update routing.profiles set is_archived = false where id = v_version.profile_id;
    perform history.record('profile', v_version.profile_id, 'profile.activated', jsonb_build_object('version', v_version.version));
    perform routing._retry_waiting();
end
$$;

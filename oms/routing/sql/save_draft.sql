-- Write the draft of a profile: the one it has, or a new one. `p_seen` is the revision of the draft that the person saw, 0 where
-- there was none. Nothing is decided by it before routing.activate. Returns the version's id.
-- Locks: profile. Raises: OM404, OM409 changed meanwhile, OM221 it says nothing that can be followed.
-- Called by: routing.save_profile, the page of a profile
create or replace function routing.save_draft(p_profile_id int, p_rules jsonb, p_seen int default 0) returns int
language plpgsql security definer set search_path = pg_catalog, pg_temp
as $$
declare
    v_profile routing.profiles := routing._profile(p_profile_id);
    v_draft routing.profile_versions;
begin
    perform routing._require_sound(routing._mistakes(p_rules));
    select v.* into v_draft from routing.profile_versions as v where v.profile_id = v_profile.id and v.state = 'draft';
    if coalesce(v_draft.revision, 0) <> p_seen then
        raise exception using errcode = 'OM409', message = 'changed meanwhile';
    end if;
    if v_draft.id is not null then
        update routing.profile_versions
        set rules = p_rules, revision = revision + 1, saved_by = db.actor_name(), saved_at = db.now()
        where id = v_draft.id;
        return v_draft.id;
    end if;
    insert into routing.profile_versions (profile_id, version, rules, saved_by, saved_at)
    values (v_profile.id,
            (select coalesce(max(v.version), 0) + 1 from routing.profile_versions as v where v.profile_id = v_profile.id),
            p_rules, db.actor_name(), db.now())
    returning id into v_draft.id;
    return v_draft.id;
end
$$;

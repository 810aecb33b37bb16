-- Trigger before a version of a profile changes: what was active once, or was discarded, says the same forever, as decisions
-- refer to it; only its state moves. Raises: OM220.
create or replace function routing._on_version_changed() returns trigger
language plpgsql set search_path = pg_catalog, pg_temp
as $$
begin
    if tg_op = 'DELETE' or (new.id, new.profile_id, new.version) <> (old.id, old.profile_id, old.version)
        or old.state <> 'draft' and (new.rules, new.revision, new.saved_by, new.saved_at)
            is distinct from (old.rules, old.revision, old.saved_by, old.saved_at) then
        raise exception using errcode = 'OM220', message = 'a version never changes', detail = jsonb_build_object(
            'version', old.version)::text;
    end if;
    return new;
end
$$;

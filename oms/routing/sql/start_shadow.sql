-- Let the rules of a version judge what is decided from now on, of everybody or by one profile. Nothing they choose is done.
-- Returns its id. Raises: OM404 no such version; OM221 its rules can't be followed; OM232 it does already. Called by: the shadow page
create or replace function routing.start_shadow(p_version_id int, p_judged_id int default null) returns int
language plpgsql security definer set search_path = pg_catalog, pg_temp
as $$
declare
    v_version routing.profile_versions := routing._require_version(p_version_id);
    v_id int;
begin
    insert into routing.shadows (version_id, rules, judged_id, judged_until, started_by, started_at)
    values (v_version.id, v_version.rules, p_judged_id, db.now(), db.actor_name(), db.now())
    on conflict (version_id) where ended_at is null do nothing
    returning id into v_id;
    if v_id is null then
        raise exception using errcode = 'OM232', message = 'it is in the shadow already';
    end if;
    return v_id;
end
$$;

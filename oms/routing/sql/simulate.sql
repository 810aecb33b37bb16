-- Begin to decide the last days anew by other rules: by those of a version of a profile, for all decisions or only those of one
-- profile. A task does it, see continue_simulation. Returns its id. One at a time.
-- Raises: OM404 no such version; OM221 its rules can't be followed; OM230 another is running; OM231 nothing was decided then;
-- simulations_days_sensible.
-- Called by: the what-if page
create or replace function routing.simulate(p_version_id int, p_days int, p_judged_id int default null) returns int
language plpgsql security definer set search_path = pg_catalog, pg_temp
as $$
declare
    v_version routing.profile_versions := routing._require_version(p_version_id);
    v_since timestamptz := db.now() - make_interval(days => p_days);
    v_total int := (select count(*) from routing._decided(v_since, db.now(), p_judged_id));
    v_id int;
begin
    if p_days between 1 and 365 and v_total = 0 then
        raise exception using errcode = 'OM231', message = 'nothing was decided', detail = jsonb_build_object('days', p_days)::text;
    end if;
    insert into routing.simulations (version_id, rules, judged_id, days, since, until, total, started_by, started_at)
    values (v_version.id, v_version.rules, p_judged_id, p_days, v_since, db.now(), v_total, db.actor_name(), db.now())
    on conflict ((true)) where state in ('queued', 'running') do nothing
    returning id into v_id;
    if v_id is null then
        raise exception using errcode = 'OM230', message = 'another simulation is running';
    end if;
    perform tasks.enqueue('routing.simulate', jsonb_build_object('id', v_id));
    return v_id;
end
$$;

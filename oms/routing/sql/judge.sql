-- Let a shadow judge the next decisions, at most so many, from their recorded inputs; each once. The ten minutes before the last
-- are looked at again, for what was committed late. Returns how many it judged.
-- Locks: the shadow, unless somebody else is at it. Called by: the judge task
create or replace function routing.judge(p_shadow_id int, p_most int) returns int
language plpgsql security definer set search_path = pg_catalog, pg_temp
as $$
declare
    v_shadow routing.shadows;
    v_judged int;
begin
    select s.* into v_shadow from routing.shadows as s where s.id = p_shadow_id and s.ended_at is null for update skip locked;
    with judged as (
        insert into routing.shadow_decisions (shadow_id, decision_id, result, differs, judged_at)
        select v_shadow.id, d.id, p.result, routing._differs(d.result, p.result), db.now()
        from (
            select d.* from routing._decided(
                greatest(v_shadow.started_at, v_shadow.judged_until - interval '10 minutes'), 'infinity', v_shadow.judged_id) as d
            where not exists (select from routing.shadow_decisions as e where e.shadow_id = v_shadow.id and e.decision_id = d.id)
            limit p_most
        ) as d cross join lateral (select routing.plan(jsonb_set(d.inputs, '{rules}', v_shadow.rules)) as result) as p
        returning decision_id
    ), seen as (
        update routing.shadows as s
        set judged_until = greatest(s.judged_until, (
            select max(d.decided_at) from routing.decisions as d where d.id in (select j.decision_id from judged as j)))
        where s.id = v_shadow.id and exists (select from judged)
    )
    select count(*) into v_judged from judged;
    return v_judged;
end
$$;

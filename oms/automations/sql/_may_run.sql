-- Whether a rule may run after another run: not when it ran in that chain before, and not in the sixth place.
-- Called by: automations.run
create or replace function automations._may_run(p_rule_id int, p_cause_id bigint) returns boolean
language sql stable security definer set search_path = pg_catalog, pg_temp
as $$
    with recursive chain as (
        select r.rule_id, r.cause_id, r.depth from automations.runs as r where r.id = p_cause_id
        union all
        select r.rule_id, r.cause_id, r.depth from chain as c join automations.runs as r on r.id = c.cause_id
    )
    select coalesce(max(c.depth), 0) < 5 and count(*) filter (where c.rule_id = p_rule_id) = 0 from chain as c
$$;

-- Note that a rule was asked about an event, as what it came to; null where it was asked before, also by somebody who is at it
-- just now. Called by: automations.run, fail
create or replace function automations._begin_run(
    p_rule_id int, p_event_id bigint, p_order_id bigint, p_cause_id bigint, p_outcome text, p_error text default ''
) returns bigint
language sql security definer set search_path = pg_catalog, pg_temp
as $$
    insert into automations.runs (rule_id, version, event_id, order_id, cause_id, depth, outcome, error, ran_at)
    select r.id, r.version, p_event_id, p_order_id, p_cause_id,
           coalesce((select c.depth + 1 from automations.runs as c where c.id = p_cause_id), 1), p_outcome, p_error, db.now()
    from automations.rules as r where r.id = p_rule_id
    on conflict (rule_id, event_id) do nothing
    returning id
$$;

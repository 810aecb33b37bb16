-- Ask one rule about one event of an order, and do what it says; returns how that ended, null where it was asked before. What it
-- does is in the history in the name of the rule, and events of it know this run as their cause.
-- Locks: the run, then as the commands of orders. Raises: whatever an action is refused with. Called by: jobs.automations.evaluate
create or replace function automations.run(p_rule_id int, p_event_id bigint, p_order_id bigint, p_cause_id bigint default null)
returns text
language plpgsql security definer set search_path = pg_catalog, pg_temp
as $$
declare
    v_rule automations.rules := (select r from automations.rules as r where r.id = p_rule_id);
    v_outcome text := case
        when not automations._may_run(p_rule_id, p_cause_id) then 'stopped'
        when automations.matches(v_rule.conditions, automations.facts(p_order_id)) then 'done'
        else 'unmatched' end;
    v_run_id bigint := automations._begin_run(p_rule_id, p_event_id, p_order_id, p_cause_id, v_outcome);
    v_actor text := db.actor();
    v_name text := db.actor_name();
begin
    if v_run_id is null then
        return null;
    end if;
    if v_outcome = 'done' then
        perform set_config('oms.actor', 'automation:' || p_rule_id, true), set_config('oms.actor_name', v_rule.name, true),
                set_config('oms.cause', v_run_id::text, true);
        perform automations._act(p_order_id, a.value, v_run_id || '.' || a.ordinality)
        from jsonb_array_elements(v_rule.actions) with ordinality as a;
        perform set_config('oms.actor', v_actor, true), set_config('oms.actor_name', v_name, true), set_config('oms.cause', '', true);
    end if;
    return v_outcome;
end
$$;

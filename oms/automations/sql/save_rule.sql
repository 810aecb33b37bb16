-- Make a rule, or change one: {name, event, conditions, actions, is_active}. `p_version` is the version that the person saw. What
-- it was before is kept. Returns its id. Locks: rule. Raises: OM404, OM409 changed meanwhile, OM950 to OM958, rules_*.
-- Called by: the page of a rule, the demo
create or replace function automations.save_rule(p_rule jsonb, p_id int default null, p_version int default null) returns int
language plpgsql security definer set search_path = pg_catalog, pg_temp
as $$
declare
    v_known automations.rules;
    v_rule automations.rules := jsonb_populate_record(null::automations.rules, '{"conditions": [], "is_active": false}' || p_rule);
begin
    perform automations._check(v_rule.event, v_rule.conditions, v_rule.actions);
    if p_id is null then
        insert into automations.rules (name, event, conditions, actions, is_active, position, saved_by, saved_at)
        values (v_rule.name, v_rule.event, v_rule.conditions, v_rule.actions, v_rule.is_active,
                (select coalesce(max(r.position), 0) + 1 from automations.rules as r), db.actor_name(), db.now())
        returning * into v_rule;
    else
        select r.* into v_known from automations.rules as r where r.id = p_id for update;
        if v_known.id is null then
            raise exception using errcode = 'OM404', message = 'no such rule';
        elsif v_known.version <> p_version then
            raise exception using errcode = 'OM409', message = 'changed meanwhile';
        end if;
        update automations.rules
        set name = v_rule.name, event = v_rule.event, conditions = v_rule.conditions, actions = v_rule.actions,
            is_active = v_rule.is_active, version = version + 1, saved_by = db.actor_name(), saved_at = db.now()
        where id = p_id returning * into v_rule;
    end if;
    insert into automations.versions (rule_id, version, name, event, conditions, actions, is_active, saved_by, saved_at)
    values (v_rule.id, v_rule.version, v_rule.name, v_rule.event, v_rule.conditions, v_rule.actions, v_rule.is_active,
            v_rule.saved_by, v_rule.saved_at);
    perform history.record('automation', v_rule.id, 'automation.saved', jsonb_build_object('version', v_rule.version));
    return v_rule.id;
end
$$;

-- Do one action to an order. `p_key` is this action of this run: whom it tells gets one mail for it.
-- Raises: whatever the command refuses with. Called by: automations.run
create or replace function automations._act(p_order_id bigint, p_action jsonb, p_key text) returns void
language plpgsql security definer set search_path = pg_catalog, pg_temp
as $$
declare
    v_text text := trim(coalesce(p_action ->> 'text', ''));
    v_person_id bigint := (p_action ->> 'person_id')::bigint;
begin
    case p_action ->> 'do'
        when 'hold' then perform orders.hold(p_order_id, p_action ->> 'reason', v_text);
        when 'tag' then perform orders.tag(p_order_id, array[v_text], '{}');
        when 'untag' then perform orders.tag(p_order_id, '{}', array[v_text]);
        when 'assign' then perform orders.assign(p_order_id, v_person_id);
        when 'tell' then
            perform orders.add_note(p_order_id, '@' || p.name || ' ' || v_text) from auth.people as p where p.id = v_person_id;
            perform notifications.tell(p_order_id, v_person_id, 'automation.told',
                jsonb_build_object('text', v_text, 'rule', db.actor_name()), 'automation.told:' || p_key);
        when 'prioritize' then perform orders.prioritize(p_order_id, 1);
        when 'route' then perform orders.route_with(p_order_id, (p_action ->> 'profile_id')::int, 'automation');
        when 'deprioritize' then perform orders.prioritize(p_order_id, 0);
    end case;
end
$$;

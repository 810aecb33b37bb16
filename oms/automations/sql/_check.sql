-- Refuse a rule that can't work: the one check that every rule passes before it is kept.
-- Raises: OM950 to OM956 for its parts, OM957 nothing to do, OM958 too much. Called by: automations.save_rule, dry_run
create or replace function automations._check(p_event text, p_conditions jsonb, p_actions jsonb) returns void
language plpgsql stable security definer set search_path = pg_catalog, pg_temp
as $$
begin
    if p_actions = '[]' then
        raise exception using errcode = 'OM957', message = 'nothing to do';
    end if;
    if jsonb_array_length(p_conditions) > 20 or jsonb_array_length(p_actions) > 10 then
        raise exception using errcode = 'OM958', message = 'too much';
    end if;
    perform automations._check_condition(c.value, c.ordinality) from jsonb_array_elements(p_conditions) with ordinality as c;
    perform automations._check_action(a.value, p_event, a.ordinality) from jsonb_array_elements(p_actions) with ordinality as a;
end
$$;

-- Whether all of some conditions are so, given the facts: the one place that decides it, and it reads nothing else.
-- Called by: automations.run, dry_run
create or replace function automations.matches(p_conditions jsonb, p_facts jsonb) returns boolean
language sql immutable security definer set search_path = pg_catalog, pg_temp
as $$
    select coalesce(bool_and(coalesce(automations._holds(c.value, p_facts -> (c.value ->> 'fact')), false)), true)
    from jsonb_array_elements(p_conditions) as c
$$;

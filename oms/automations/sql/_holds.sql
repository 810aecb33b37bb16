-- Whether one condition is so. What isn't known of an order (no country, an empty field) is neither above nor below anything,
-- and is not what it is compared with. Capitals make no difference. Called by: automations.matches
create or replace function automations._holds(p_condition jsonb, p_fact jsonb) returns boolean
language sql immutable security definer set search_path = pg_catalog, pg_temp
as $$
    select case p_condition ->> 'operator'
        when 'is' then lower(p_fact #>> '{}') = lower(c.text)
        when 'is_not' then lower(p_fact #>> '{}') is distinct from lower(c.text)
        when 'contains' then strpos(lower(p_fact #>> '{}'), lower(c.text)) > 0
        when 'has' then p_fact ? lower(c.text)
        when 'has_not' then not p_fact ? lower(c.text)
        when 'before' then p_fact #>> '{}' < c.text
        when 'after' then p_fact #>> '{}' > c.text
        when 'equals' then (p_fact #>> '{}')::numeric = c.text::numeric
        when 'above' then case jsonb_typeof(p_fact)
            when 'object' then p_fact ->> 'currency' = p_condition ->> 'currency' and (p_fact ->> 'minor')::numeric > c.text::numeric
            else (p_fact #>> '{}')::numeric > c.text::numeric end
        when 'below' then case jsonb_typeof(p_fact)
            when 'object' then p_fact ->> 'currency' = p_condition ->> 'currency' and (p_fact ->> 'minor')::numeric < c.text::numeric
            else (p_fact #>> '{}')::numeric < c.text::numeric end
    end
    from (select p_condition #>> '{value}') as c (text)
$$;

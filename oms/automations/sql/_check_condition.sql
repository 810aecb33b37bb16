-- Refuse a condition that can't be asked, by its number and what to do about it: {fact, operator, value, currency}.
-- Raises: OM950 no such fact, OM951 not to be compared so, OM952 not a value of its kind. Called by: automations._check
create or replace function automations._check_condition(p_condition jsonb, p_number bigint) returns void
language plpgsql stable security definer set search_path = pg_catalog, pg_temp
as $$
declare
    v_kind text := automations._kind(p_condition ->> 'fact');
    v_value text := p_condition ->> 'value';
    v_detail text := (p_condition || jsonb_build_object('n', p_number, 'kind', v_kind))::text;
begin
    if v_kind is null then
        raise exception using errcode = 'OM950', message = 'no such fact', detail = v_detail;
    end if;
    if not (case v_kind
        when 'text' then array['is', 'is_not', 'contains']
        when 'number' then array['equals', 'above', 'below']
        when 'money' then array['above', 'below']
        when 'date' then array['is', 'before', 'after']
        when 'boolean' then array['is']
        when 'list' then array['has', 'has_not'] end) @> array[p_condition ->> 'operator'] then
        raise exception using errcode = 'OM951', message = 'not to be compared so', detail = v_detail;
    end if;
    if not coalesce(case v_kind
        when 'number' then v_value ~ '^-?[0-9]{1,12}(\.[0-9]{1,6})?$'
        when 'money' then v_value ~ '^[0-9]{1,15}$' and p_condition ->> 'currency' ~ '^[A-Z]{3}$'
        when 'date' then v_value ~ '^[0-9]{4}-[0-9]{2}-[0-9]{2}$' and pg_input_is_valid(v_value, 'date')
        when 'boolean' then v_value in ('true', 'false')
        else length(trim(v_value)) between 1 and 200 end, false) then
        raise exception using errcode = 'OM952', message = 'not of its kind', detail = v_detail;
    end if;
end
$$;

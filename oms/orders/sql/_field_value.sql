-- A value as it is kept for a field of its kind; null where it is none of that kind.
-- Called by: orders.field_problems, field_match, _fields
create or replace function orders._field_value(p_field orders.fields, p_value jsonb) returns jsonb
language sql stable security definer set search_path = pg_catalog, pg_temp
as $$
    select case p_field.kind
        when 'text' then case when length(v.text) <= 500 and v.text !~ '[[:cntrl:]]' then to_jsonb(v.text) end
        when 'number' then case when v.text ~ '^-?[0-9]{1,15}(\.[0-9]{1,6})?$' then to_jsonb(trim_scale(v.text::numeric)) end
        when 'date' then case when v.text ~ '^[0-9]{4}-[0-9]{2}-[0-9]{2}$' and pg_input_is_valid(v.text, 'date') then to_jsonb(v.text) end
        when 'boolean' then case when v.text in ('true', 'false') then to_jsonb(v.text::boolean) end
        when 'choice' then case when v.text = any (p_field.choices) then to_jsonb(v.text) end
        when 'link' then case when length(v.text) <= 500 and v.text ~ '^https?://[^[:space:]<>"]+$' then to_jsonb(v.text) end
    end
    from (select trim(p_value #>> '{}')) as v (text)
    where jsonb_typeof(p_value) in ('string', 'number', 'boolean')
$$;

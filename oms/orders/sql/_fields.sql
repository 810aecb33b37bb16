-- Given values of fields as they are kept; what is empty is null. Raises: OM344 no such field, OM345 not of its kind.
-- Called by: orders._header, set_fields
create or replace function orders._fields(p_fields jsonb) returns jsonb
language plpgsql stable security definer set search_path = pg_catalog, pg_temp
as $$
declare
    v_problem jsonb := orders.field_problems(p_fields) -> 0;
begin
    if v_problem ->> 'code' = 'unknown_field' then
        raise exception using errcode = 'OM344', message = 'no such field', detail = v_problem::text;
    elsif v_problem is not null then
        raise exception using errcode = 'OM345', message = 'not of its kind', detail = v_problem::text;
    end if;
    return (
        select coalesce(jsonb_object_agg(g.key, case when trim(g.value #>> '{}') <> '' then orders._field_value(f, g.value) end), '{}')
        from jsonb_each(coalesce(p_fields, '{}')) as g join orders.fields as f on f.key = g.key);
end
$$;

-- What is wrong with given values of fields, by key: [{code: unknown_field|bad_field, pointer, key, label, kind}]. What is empty
-- is nothing wrong. Called by: orders._fields, channels._problems
create or replace function orders.field_problems(p_fields jsonb) returns jsonb
language sql stable security definer set search_path = pg_catalog, pg_temp
as $$
    select coalesce(jsonb_agg(jsonb_build_object(
        'code', case when f.id is null then 'unknown_field' else 'bad_field' end, 'pointer', '/fields/' || g.key,
        'key', g.key, 'label', coalesce(f.label, g.key), 'kind', f.kind) order by g.key), '[]')
    from jsonb_each(case jsonb_typeof(p_fields) when 'object' then p_fields else '{}' end) as g
    left join orders.fields as f on f.key = g.key and not f.is_archived
    where f.id is null or trim(g.value #>> '{}') <> '' and orders._field_value(f, g.value) is null
$$;

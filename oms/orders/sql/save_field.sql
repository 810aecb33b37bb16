-- Add a field of this shop, or change it, by its key: {key, label, kind, choices, is_required, is_archived, position}. The kind
-- stays: orders have values of it. Returns its id. Raises: OM343 another kind, fields_*. Called by: the settings
create or replace function orders.save_field(p_field jsonb) returns int
language plpgsql security definer set search_path = pg_catalog, pg_temp
as $$
declare
    v_new orders.fields := jsonb_populate_record(null::orders.fields, jsonb_build_object(
        'choices', '[]'::jsonb, 'is_required', false, 'is_archived', false, 'position', 0) || p_field);
    v_id int;
begin
    insert into orders.fields (key, label, kind, choices, is_required, is_archived, position)
    values (v_new.key, v_new.label, v_new.kind, v_new.choices, v_new.is_required, v_new.is_archived, v_new.position)
    on conflict (key) do update
    set label = excluded.label, choices = excluded.choices, is_required = excluded.is_required,
        is_archived = excluded.is_archived, position = excluded.position
    where fields.kind = excluded.kind
    returning id into v_id;
    if v_id is null then
        raise exception using errcode = 'OM343', message = 'another kind', detail = jsonb_build_object('key', v_new.key)::text;
    end if;
    perform history.record('field', v_id, 'field.saved', p_field);
    return v_id;
end
$$;

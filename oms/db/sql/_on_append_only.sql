-- Trigger before update, delete or truncate: what is written in this table stays as it is. Raises: OM408.
create or replace function db._on_append_only() returns trigger
language plpgsql set search_path = pg_catalog, pg_temp
as $$
begin
    raise exception using errcode = 'OM408', message = 'append-only',
        detail = jsonb_build_object('table', tg_table_name)::text;
end
$$;

-- Keep an uploaded file of orders, and the work to look through it: a dry run, which places nothing. Returns its id.
-- Raises: OM404, OM905. Called by: the imports page
create or replace function channels.create_import(p_channel text, p_file_name text, p_content bytea) returns bigint
language plpgsql security definer set search_path = pg_catalog, pg_temp
as $$
declare
    v_channel channels.channels := channels._channel(p_channel);
    v_id bigint;
begin
    insert into channels.imports (channel_id, file_name, content, is_dry_run, created_by, created_at)
    values (v_channel.id, p_file_name, p_content, true, db.actor_name(), db.now())
    returning id into v_id;
    perform tasks.enqueue('channels.run_import', jsonb_build_object('id', v_id), format('channels.run_import:%s:dry', v_id));
    perform history.record('import', v_id, 'import.uploaded', jsonb_build_object('file_name', p_file_name));
    return v_id;
end
$$;

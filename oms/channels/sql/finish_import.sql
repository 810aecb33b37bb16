-- An import has come to its end; with an error, the file could not be read. Called by: jobs.channels
create or replace function channels.finish_import(p_id bigint, p_error text default '') returns void
language plpgsql security definer set search_path = pg_catalog, pg_temp
as $$
begin
    update channels.imports
    set state = case p_error when '' then 'done' else 'failed' end, error = p_error, finished_at = db.now()
    where id = p_id;
    perform history.record('import', p_id, 'import.finished');
end
$$;

-- Place the orders of a file that was looked through. Returns whether it was not asked for already.
-- Raises: OM404, OM907 still being looked through, or unreadable. Called by: the imports page
create or replace function channels.start_import(p_id bigint) returns boolean
language plpgsql security definer set search_path = pg_catalog, pg_temp
as $$
declare
    v_import record;
begin
    select i.is_dry_run, i.state into v_import from channels.imports as i where i.id = p_id and db.sees_all() for update;
    if not found then
        raise exception using errcode = 'OM404', message = 'no such import';
    end if;
    if not v_import.is_dry_run then
        return false;
    end if;
    if v_import.state <> 'done' then
        raise exception using errcode = 'OM907', message = 'not looked through';
    end if;
    update channels.imports set is_dry_run = false, state = 'uploaded', finished_at = null where id = p_id;
    perform tasks.enqueue('channels.run_import', jsonb_build_object('id', p_id), format('channels.run_import:%s', p_id));
    perform history.record('import', p_id, 'import.started');
    return true;
end
$$;

-- Begin to work through a file, from its first row: what an attempt before counted is forgotten, what it placed is known.
-- Called by: jobs.channels
create or replace function channels.begin_import(p_id bigint, p_rows_total int) returns void
language sql security definer set search_path = pg_catalog, pg_temp
as $$
    delete from channels.import_problems where import_id = p_id;
    update channels.imports
    set state = 'running', rows_total = p_rows_total, rows_read = 0, orders_read = 0, orders_new = 0, orders_known = 0,
        orders_quarantined = 0, rows_skipped = 0, error = ''
    where id = p_id
$$;

-- Add a batch's counts and problems to an import. Shapes: {rows_read, orders_read, orders_new, orders_known, orders_quarantined,
-- rows_skipped}; [{row_number, name, is_skipped, reason}]. Called by: jobs.channels
create or replace function channels.record_import(p_id bigint, p_counts jsonb, p_problems jsonb) returns void
language plpgsql security definer set search_path = pg_catalog, pg_temp
as $$
declare
    v_counts channels.imports := jsonb_populate_record(null::channels.imports, p_counts);
begin
    insert into channels.import_problems (import_id, row_number, name, is_skipped, reason)
    select p_id, p.row_number, p.name, p.is_skipped, p.reason
    from jsonb_populate_recordset(null::channels.import_problems, p_problems) as p;
    update channels.imports as i
    set rows_read = i.rows_read + v_counts.rows_read, orders_read = i.orders_read + v_counts.orders_read,
        orders_new = i.orders_new + v_counts.orders_new, orders_known = i.orders_known + v_counts.orders_known,
        orders_quarantined = i.orders_quarantined + v_counts.orders_quarantined,
        rows_skipped = i.rows_skipped + v_counts.rows_skipped
    where i.id = p_id;
    perform history.record('import', p_id, 'import.progressed');
end
$$;

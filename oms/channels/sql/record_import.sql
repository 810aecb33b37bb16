-- Add an order's counts and problems to its import. Shapes: {rows_read, orders_read, orders_new, orders_known, orders_quarantined,
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
    set rows_read = i.rows_read + coalesce(v_counts.rows_read, 0), orders_read = i.orders_read + coalesce(v_counts.orders_read, 0),
        orders_new = i.orders_new + coalesce(v_counts.orders_new, 0), orders_known = i.orders_known + coalesce(v_counts.orders_known, 0),
        orders_quarantined = i.orders_quarantined + coalesce(v_counts.orders_quarantined, 0),
        rows_skipped = i.rows_skipped + coalesce(v_counts.rows_skipped, 0)
    where i.id = p_id;
end
$$;

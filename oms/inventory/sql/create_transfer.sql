-- Begin a transfer: a draft, which moves and promises nothing yet. `p_lines` is [{sku, quantity,
-- lots: [{code, quantity}]}], where some of them are chosen by lot. Returns its id.
-- Whoever works at either end may draft one. Raises: OM403, OM140 unknown SKU, transfers_between_two_places,
-- transfer_lines_quantity_positive. Called by: the transfer pages, the API, the demo shop
create or replace function inventory.create_transfer(
    p_source_id int, p_destination_id int, p_lines jsonb default '[]', p_note text default ''
) returns bigint
language plpgsql security definer set search_path = pg_catalog, pg_temp
as $$
declare
    v_id bigint;
    v_line record;
begin
    if not (db.sees_all() or array[p_source_id, p_destination_id] && db.locations()) then
        perform db.require_location(p_source_id);
    end if;
    insert into inventory.transfers (source_id, destination_id, note, created_by, created_at, updated_at)
    values (p_source_id, p_destination_id, p_note, db.actor_name(), db.now(), db.now())
    returning id into v_id;
    perform history.record('transfer', v_id, 'transfer.draft', jsonb_build_object('number', 'T-' || v_id));
    for v_line in select * from jsonb_to_recordset(p_lines) as l (sku text, quantity int, lots jsonb) loop
        perform inventory.set_transfer_line(v_id, v_line.sku, v_line.quantity, p_adds => true);
        perform inventory.set_transfer_line(v_id, v_line.sku, n.quantity, p_adds => true, p_lot => n.code)
        from jsonb_to_recordset(v_line.lots) as n (code text, quantity int);
    end loop;
    return v_id;
end
$$;

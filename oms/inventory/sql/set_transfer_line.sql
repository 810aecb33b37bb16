-- Say how many of a SKU a draft is to send; zero takes it off; with `p_adds` so many more. `p_code` is a SKU or barcode.
-- Returns how many it is now. Locks: the transfer. Raises: OM140 unknown SKU, OM143 no draft any more, OM404,
-- transfer_lines_quantity_positive. Called by: the transfer page and its scanner, inventory.create_transfer
create or replace function inventory.set_transfer_line(p_transfer_id bigint, p_code text, p_quantity int, p_adds boolean default false) returns int
language plpgsql security definer set search_path = pg_catalog, pg_temp
as $$
declare
    v_transfer inventory.transfers := inventory._lock_transfer(p_transfer_id);
    v_variant_id bigint := inventory._variant_of(p_code);
    v_quantity int := p_quantity;
begin
    if v_transfer.state <> 'draft' then
        raise exception using errcode = 'OM143', message = 'not now';
    end if;
    if p_quantity = 0 and not p_adds then
        delete from inventory.transfer_lines as l where l.transfer_id = p_transfer_id and l.variant_id = v_variant_id;
    else
        insert into inventory.transfer_lines as l (transfer_id, variant_id, quantity)
        values (p_transfer_id, v_variant_id, p_quantity)
        on conflict (transfer_id, variant_id) do update
        set quantity = case when p_adds then l.quantity + excluded.quantity else excluded.quantity end
        returning l.quantity into v_quantity;
    end if;
    update inventory.transfers set version = version + 1, updated_at = db.now() where id = p_transfer_id;
    perform history.record('transfer', p_transfer_id, 'transfer.changed', jsonb_build_object('number', v_transfer.number));
    return v_quantity;
end
$$;

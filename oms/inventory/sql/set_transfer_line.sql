-- Say how many of a SKU a draft is to send; zero takes it off; with `p_adds` so many more. `p_code` is a SKU or barcode. Where it is a
-- lot or serial number that lies there, or `p_lot` names one of the SKU, it says how many of that go along: they are part of how many
-- of the SKU do, which is more where they come to more. Returns how many of the SKU it is now.
-- Locks: the transfer. Raises: OM140 unknown SKU, OM143 no draft any more, OM191 no such lot, OM193 more is chosen by lot, OM404,
-- transfer_lines_quantity_positive, transfer_lots_not_negative.
-- Called by: the transfer page and its scanner, the API, inventory.create_transfer
create or replace function inventory.set_transfer_line(
    p_transfer_id bigint, p_code text, p_quantity int, p_adds boolean default false, p_lot text default null
) returns int
language plpgsql security definer set search_path = pg_catalog, pg_temp
as $$
declare
    v_transfer inventory.transfers := inventory._lock_transfer(p_transfer_id);
    v_lot inventory.lots := case when p_lot is null then inventory._lot_of(v_transfer, p_code) end;
    v_variant_id bigint := coalesce(v_lot.variant_id, inventory._variant_of(p_code));
    v_quantity int := p_quantity;
    v_detail text;
begin
    if v_transfer.state <> 'draft' then
        raise exception using errcode = 'OM143', message = 'not now';
    end if;
    if p_lot is not null or v_lot.id is not null then
        v_quantity := inventory._choose_lot(p_transfer_id, v_variant_id, coalesce(p_lot, v_lot.code), p_quantity, p_adds);
    elsif p_quantity = 0 and not p_adds then
        delete from inventory.transfer_lines as l where l.transfer_id = p_transfer_id and l.variant_id = v_variant_id;
    else
        insert into inventory.transfer_lines as l (transfer_id, variant_id, quantity)
        values (p_transfer_id, v_variant_id, p_quantity)
        on conflict (transfer_id, variant_id) do update
        set quantity = case when p_adds then l.quantity + excluded.quantity else excluded.quantity end
        returning l.quantity into v_quantity;
        select jsonb_build_object('sku', v.sku, 'chosen', sum(x.chosen))::text into v_detail
        from inventory.transfer_lots as x join catalog.variants as v on v.id = x.variant_id
        where x.transfer_id = p_transfer_id and x.variant_id = v_variant_id
        group by v.sku having sum(x.chosen) > v_quantity;
        if v_detail is not null then
            raise exception using errcode = 'OM193', message = 'more is chosen', detail = v_detail;
        end if;
    end if;
    update inventory.transfers set version = version + 1, updated_at = db.now() where id = p_transfer_id;
    perform history.record('transfer', p_transfer_id, 'transfer.changed', jsonb_build_object('number', v_transfer.number));
    return v_quantity;
end
$$;

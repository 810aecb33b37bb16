-- Say how many of a lot a draft is to send; zero leaves it to what expires first; with `p_adds` so many more. Returns how many of its
-- SKU it is to send then: no fewer than of its lots together. Raises: OM191 no such lot, transfer_lines_quantity_positive.
-- Called by: inventory.set_transfer_line
create or replace function inventory._choose_lot(p_transfer_id bigint, p_variant_id bigint, p_code text, p_quantity int, p_adds boolean)
returns int
language plpgsql security definer set search_path = pg_catalog, pg_temp
as $$
declare
    v_lot_id bigint := (
        select t.id from inventory.lots as t where t.variant_id = p_variant_id and upper(t.code) = upper(p_code)
        order by t.code = p_code desc limit 1);
    v_chosen int;
    v_quantity int;
begin
    if v_lot_id is null then
        raise exception using errcode = 'OM191', message = 'no such lot', detail = jsonb_build_object('lot', p_code, 'free', 0)::text;
    end if;
    v_chosen := p_quantity + case when p_adds then coalesce((
        select x.chosen from inventory.transfer_lots as x where x.transfer_id = p_transfer_id and x.lot_id = v_lot_id), 0) else 0 end;
    insert into inventory.transfer_lines (transfer_id, variant_id, quantity)
    select p_transfer_id, p_variant_id, v_chosen where not exists (
        select from inventory.transfer_lines as l where l.transfer_id = p_transfer_id and l.variant_id = p_variant_id);
    delete from inventory.transfer_lots as x where x.transfer_id = p_transfer_id and x.lot_id = v_lot_id;
    insert into inventory.transfer_lots (transfer_id, lot_id, variant_id, chosen)
    select p_transfer_id, v_lot_id, p_variant_id, v_chosen where v_chosen <> 0;
    update inventory.transfer_lines as l
    set quantity = greatest(l.quantity, (
        select sum(x.chosen) from inventory.transfer_lots as x where x.transfer_id = p_transfer_id and x.variant_id = p_variant_id))
    where l.transfer_id = p_transfer_id and l.variant_id = p_variant_id
    returning l.quantity into v_quantity;
    return v_quantity;
end
$$;

-- The SKU of a scanned or typed code: its name or one of its barcodes. Raises: OM140 there is none.
-- Called by: inventory.set_transfer_line, receive_transfer
create or replace function inventory._variant_of(p_code text) returns bigint
language plpgsql security definer set search_path = pg_catalog, pg_temp
as $$
declare
    v_id bigint;
begin
    select v.id into v_id from catalog.variants as v
    where upper(v.sku) = upper(p_code)
        or exists (select from catalog.barcodes as b where b.variant_id = v.id and ltrim(b.code, '0') = ltrim(p_code, '0'))
    order by v.sku = p_code desc limit 1;
    if v_id is null then
        raise exception using errcode = 'OM140', message = 'no such SKU', detail = jsonb_build_object('code', p_code)::text;
    end if;
    return v_id;
end
$$;

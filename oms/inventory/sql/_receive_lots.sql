-- Say which lots [{code, expires_on, quantity}] a quantity that was just received is of; a lot that is new begins here.
-- Raises: OM123 a lot without expiry, OM124 they don't add up, OM125 known with another expiry, OM127 not told apart,
-- lots_code_clean, lot_levels_serial_is_one, lot_levels_serial_once. Called by: inventory.receive
create or replace function inventory._receive_lots(p_variant_id bigint, p_location_id int, p_quantity int, p_lots jsonb) returns void
language plpgsql security definer set search_path = pg_catalog, pg_temp
as $$
declare
    v_variant catalog.variants;
    v_lot record;
    v_known inventory.lots;
begin
    select v.* into strict v_variant from catalog.variants as v where v.id = p_variant_id;
    if v_variant.tracking = 'none' then
        raise exception using errcode = 'OM127', message = 'not told apart', detail = jsonb_build_object('sku', v_variant.sku)::text;
    end if;
    if p_quantity is distinct from (select sum(t.quantity) from jsonb_to_recordset(p_lots) as t (quantity int) where t.quantity > 0) then
        raise exception using errcode = 'OM124', message = 'lots do not add up';
    end if;
    for v_lot in select t.* from jsonb_to_recordset(p_lots) as t (code text, expires_on date, quantity int) order by t.code loop
        if v_variant.has_expiry and v_lot.expires_on is null then
            raise exception using errcode = 'OM123', message = 'lot without expiry', detail = jsonb_build_object('lot', v_lot.code)::text;
        end if;
        insert into inventory.lots (variant_id, code, is_serial, expires_on, created_at)
        values (p_variant_id, v_lot.code, v_variant.tracking = 'serial', v_lot.expires_on, db.now())
        on conflict (variant_id, code) do nothing;
        select t.* into strict v_known from inventory.lots as t where t.variant_id = p_variant_id and t.code = v_lot.code;
        if v_known.expires_on is distinct from v_lot.expires_on then
            raise exception using errcode = 'OM125', message = 'other expiry', detail = jsonb_build_object(
                'lot', v_lot.code, 'expires_on', v_known.expires_on)::text;
        end if;
        perform inventory.post_lots(jsonb_build_array(jsonb_build_object(
            'lot_id', v_known.id, 'location_id', p_location_id, 'on_hand', v_lot.quantity, 'reserved', 0)));
    end loop;
end
$$;

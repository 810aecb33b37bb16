-- Which lots a quantity of a SKU is of, told as [{code, expires_on, quantity}]; returns them as [{lot_id, quantity}]. A lot that is
-- new begins here; the expiry of a known one need not be said again.
-- Raises: OM123 a lot without expiry, OM124 they don't add up, OM125 known with another expiry, OM127 not told apart,
-- lots_code_clean. Called by: inventory._receive_lots, _arrived_lots
create or replace function inventory._name_lots(p_variant_id bigint, p_quantity int, p_lots jsonb) returns jsonb
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
    if p_quantity is distinct from (select sum(t.quantity) from jsonb_to_recordset(p_lots) as t (quantity int) where t.quantity > 0)
        or exists (select from jsonb_to_recordset(p_lots) as t (quantity int) where t.quantity < 0) then
        raise exception using errcode = 'OM124', message = 'lots do not add up';
    end if;
    for v_lot in select t.* from jsonb_to_recordset(p_lots) as t (code text, expires_on date) order by t.code loop
        if v_variant.has_expiry and v_lot.expires_on is null and not exists (
            select from inventory.lots as t where t.variant_id = p_variant_id and t.code = v_lot.code
        ) then
            raise exception using errcode = 'OM123', message = 'lot without expiry', detail = jsonb_build_object('lot', v_lot.code)::text;
        end if;
        insert into inventory.lots (variant_id, code, is_serial, expires_on, created_at)
        values (p_variant_id, v_lot.code, v_variant.tracking = 'serial', v_lot.expires_on, db.now())
        on conflict (variant_id, code) do nothing;
        select t.* into strict v_known from inventory.lots as t where t.variant_id = p_variant_id and t.code = v_lot.code;
        if v_known.expires_on <> v_lot.expires_on or v_known.expires_on is null and v_lot.expires_on is not null then
            raise exception using errcode = 'OM125', message = 'other expiry', detail = jsonb_build_object(
                'lot', v_lot.code, 'expires_on', v_known.expires_on)::text;
        end if;
    end loop;
    return (
        select jsonb_agg(jsonb_build_object('lot_id', t.id, 'quantity', n.quantity) order by t.id)
        from (
            select g.code, sum(g.quantity) as quantity from jsonb_to_recordset(p_lots) as g (code text, quantity int) group by g.code
        ) as n join inventory.lots as t on t.variant_id = p_variant_id and t.code = n.code
        where n.quantity > 0);
end
$$;

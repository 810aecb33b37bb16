-- Which lots units of a transfer are of, as [{lot_id, quantity}], when somebody says what became of them; null where units are not told
-- apart. `p_lots` [{code, expires_on, quantity}] says it; it need not where there is no doubt: there is only one, or it is all that is
-- under way. Raises: OM190 more of a lot than is under way, OM192 nobody said which, and as inventory._name_lots.
-- Called by: inventory.receive_transfer
create or replace function inventory._arrived_lots(p_line inventory.transfer_lines, p_outcome text, p_quantity int, p_lots jsonb)
returns jsonb
language plpgsql security definer set search_path = pg_catalog, pg_temp
as $$
declare
    v_variant catalog.variants;
    v_given jsonb := p_lots;
    v_detail text;
begin
    select v.* into strict v_variant from catalog.variants as v where v.id = p_line.variant_id;
    if v_given is null and v_variant.tracking = 'none' then
        return null;
    end if;
    if v_given is null then
        select case when count(*) = 1 then jsonb_agg(jsonb_build_object('code', t.code, 'quantity', p_quantity))
                    when sum(x.under_way) = p_quantity and p_outcome <> 'surplus'
                    then jsonb_agg(jsonb_build_object('code', t.code, 'quantity', x.under_way)) end
        into v_given
        from inventory.transfer_lots as x join inventory.lots as t on t.id = x.lot_id
        where x.transfer_id = p_line.transfer_id and x.variant_id = p_line.variant_id
            and (x.under_way > 0 or p_outcome = 'surplus');
    end if;
    if v_given is null then
        raise exception using errcode = 'OM192', message = 'which lot?', detail = jsonb_build_object('sku', v_variant.sku)::text;
    end if;
    select jsonb_build_object('lot', g.code, 'wanted', g.quantity, 'open', coalesce(x.under_way, 0))::text into v_detail
    from (
        select n.code, sum(n.quantity) as quantity from jsonb_to_recordset(v_given) as n (code text, quantity int) group by n.code
    ) as g
    left join inventory.lots as t on t.variant_id = p_line.variant_id and t.code = g.code
    left join inventory.transfer_lots as x on x.transfer_id = p_line.transfer_id and x.lot_id = t.id
    where p_outcome <> 'surplus' and v_variant.tracking <> 'none' and g.quantity > coalesce(x.under_way, 0) limit 1;
    if v_detail is not null then
        raise exception using errcode = 'OM190', message = 'more than is under way', detail = v_detail;
    end if;
    return inventory._name_lots(p_line.variant_id, p_quantity, v_given);
end
$$;

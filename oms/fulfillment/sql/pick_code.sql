-- Pick one unit by its scanned barcode or SKU, or the lot or serial number it is of; returns the line it counted for.
-- Raises: OM501 the code is not of this fulfillment order, OM502 already picked, OM404, OM403,
-- orders_fulfillment_transition_lawful. Called by: the pick page's scanner
create or replace function fulfillment.pick_code(p_order_id bigint, p_code text) returns bigint
language plpgsql security definer set search_path = pg_catalog, pg_temp
as $$
declare
    v_line fulfillment.lines;
begin
    perform fulfillment._lock(p_order_id);  -- before looking, or two scanners see the same last unit
    select l.* into v_line
    from fulfillment.lines as l join catalog.variants as v on v.id = l.variant_id
    where l.order_id = p_order_id
        and (upper(v.sku) = upper(p_code)
             or exists (select from catalog.barcodes as b where b.variant_id = v.id and ltrim(b.code, '0') = ltrim(p_code, '0'))
             or exists (select from demand.allocation_lots as x join inventory.lots as t on t.id = x.lot_id
                        where x.allocation_id = l.allocation_id and upper(t.code) = upper(p_code)))
    order by l.picked + l.short = l.quantity, l.id
    limit 1;
    if v_line.id is null then
        raise exception using errcode = 'OM501', message = 'not of this order', detail = jsonb_build_object('code', p_code)::text;
    end if;
    if v_line.picked + v_line.short = v_line.quantity then
        raise exception using errcode = 'OM502', message = 'already picked', detail = jsonb_build_object('code', p_code)::text;
    end if;
    perform fulfillment.pick(v_line.id, 1);
    return v_line.id;
end
$$;

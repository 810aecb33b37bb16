-- Add an order's lines with their demand and taxes; an order-wide discount is spread over them by value, exactly.
-- A line without SKU, or whose SKU needs no delivery, has no demand; a kit's has that of its components. Raises: OM301 no
-- lines, OM302 unknown SKU, lines_*.
-- Called by: orders.place, orders._apply_change, orders.substitute
create or replace function orders._add_lines(p_order orders.orders, p_given jsonb) returns void
language plpgsql security definer set search_path = pg_catalog, pg_temp
as $$
declare
    v_shares bigint[] := orders._shares(p_given);
    v_offset int := (select coalesce(max(l.position), 0) from orders.lines as l where l.order_id = p_order.id);
    v_line record;
    v_variant catalog.variants;
    v_id bigint;
begin
    if coalesce(cardinality(v_shares), 0) = 0 then
        raise exception using errcode = 'OM301', message = 'no lines';
    end if;
    for v_line in select l.value as given, l.ordinality::int as position
        from jsonb_array_elements(p_given -> 'lines') with ordinality as l
    loop
        v_variant := null;
        select v.* into v_variant from catalog.variants as v where v.sku = v_line.given ->> 'sku';
        if v_variant.id is null and coalesce(v_line.given ->> 'sku', '') <> '' then
            raise exception using errcode = 'OM302', message = 'unknown SKU',
                detail = jsonb_build_object('sku', v_line.given ->> 'sku')::text;
        end if;
        insert into orders.lines (order_id, position, variant_id, external_id, sku, title, quantity, unit_price_minor, discount_minor,
                                  tax_minor)
        select p_order.id, v_offset + v_line.position, v_variant.id, coalesce(v_line.given ->> 'external_id', ''),
               coalesce(v_line.given ->> 'sku', ''), v_line.given ->> 'title', (v_line.given ->> 'quantity')::int,
               (v_line.given ->> 'unit_price_minor')::bigint,
               coalesce((v_line.given ->> 'discount_minor')::bigint, 0) + v_shares[v_line.position],
               coalesce(sum((t.value ->> 'amount_minor')::bigint), 0)
        from jsonb_array_elements(coalesce(v_line.given -> 'taxes', '[]')) as t
        returning id into v_id;
        perform orders._want(p_order, v_id, v_variant.id, (v_line.given ->> 'quantity')::int);
        insert into orders.taxes (order_id, line_id, name, rate, amount_minor)
        select p_order.id, v_id, t.value ->> 'name', (t.value ->> 'rate')::numeric, (t.value ->> 'amount_minor')::bigint
        from jsonb_array_elements(coalesce(v_line.given -> 'taxes', '[]')) as t;
    end loop;
end
$$;

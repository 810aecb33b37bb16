-- Lines [{sku, title, quantity, unit_price_minor}] to be added to an order: with titles and today's prices from the catalog where
-- none are given, and the taxes where the order goes. Raises: OM302 unknown SKU, OM315 no price. Called by: orders._wanted
create or replace function orders._priced(p_order orders.orders, p_lines jsonb) returns jsonb
language plpgsql stable security definer set search_path = pg_catalog, pg_temp
as $$
declare
    v_country text := coalesce(
        (select l.country_code from inventory.locations as l where l.id = p_order.pickup_location_id),
        (select a.country_code from customers.addresses as a where a.id = p_order.ship_to_id));
    v_line record;
    v_lines jsonb := '[]';
begin
    for v_line in
        select g.*, v.id as variant_id, v.tax_class, coalesce(g.unit_price_minor, r.amount_minor) as price_minor,
               coalesce(nullif(g.title, ''), concat_ws(' - ', p.title, nullif(v.title, ''))) as named
        from rows from (jsonb_to_recordset(p_lines) as (sku text, title text, quantity int, unit_price_minor bigint)) with ordinality
            as g (sku, title, quantity, unit_price_minor, position)
        left join catalog.variants as v on v.sku = g.sku
        left join catalog.products as p on p.id = v.product_id
        left join catalog.prices as r on r.variant_id = v.id and r.currency = p_order.currency
        order by g.position
    loop
        if v_line.variant_id is null then
            raise exception using errcode = 'OM302', message = 'unknown SKU', detail = jsonb_build_object('sku', v_line.sku)::text;
        elsif v_line.price_minor is null then
            raise exception using errcode = 'OM315', message = 'no price', detail = jsonb_build_object(
                'sku', v_line.sku, 'currency', p_order.currency)::text;
        end if;
        v_lines := v_lines || jsonb_build_object(
            'sku', v_line.sku, 'title', v_line.named, 'quantity', v_line.quantity, 'unit_price_minor', v_line.price_minor,
            'taxes', catalog.taxes(v_line.quantity * v_line.price_minor, v_line.tax_class, v_country, db.now()::date, p_order.is_tax_included));
    end loop;
    return v_lines;
end
$$;

-- What one fulfillment order adds to the invoices of its order: delivered lines with their share of price, discount and taxes;
-- with the first invoice also the charges and the lines that need no delivery.
-- Returns [{line_id, charge_id, sku, title, quantity, unit_price_minor, discount_minor, amount_minor, taxes: [..]}].
-- Called by: invoices.issue
create or replace function invoices._items(p_order orders.orders, p_fulfillment_order_id bigint) returns jsonb
language sql stable security definer set search_path = pg_catalog, pg_temp
as $$
    with delivered as (
        select l.id, l.position, l.quantity as ordered, l.sku, l.title, l.unit_price_minor, l.discount_minor,
               case when l.demand_line_id is null then l.quantity else coalesce((
                   select sum(f.picked) from fulfillment.lines as f
                   where f.order_id = p_fulfillment_order_id and f.demand_line_id = l.demand_line_id), 0) end::int as quantity,
               coalesce((select sum(i.quantity) from invoices.lines as i where i.order_line_id = l.id), 0)::int as before
        from orders.lines as l where l.order_id = p_order.id
    ), item as (
        select d.position, d.id as line_id, null::bigint as charge_id, d.sku, d.title, d.quantity, d.unit_price_minor,
               invoices.share(d.discount_minor, d.before, d.quantity, d.ordered) as discount_minor,
               (select jsonb_agg(jsonb_build_object('name', t.name, 'rate', t.rate, 'amount_minor',
                    invoices.share(t.amount_minor, d.before, d.quantity, d.ordered)) order by t.id)
                from orders.taxes as t where t.line_id = d.id) as taxes
        from delivered as d where d.quantity > 0 and d.before + d.quantity <= d.ordered
        union all
        select 100000 + row_number() over (order by c.id), null, c.id, '', c.title, 1, c.amount_minor, 0,
               (select jsonb_agg(jsonb_build_object('name', t.name, 'rate', t.rate, 'amount_minor', t.amount_minor) order by t.id)
                from orders.taxes as t where t.charge_id = c.id)
        from orders.charges as c
        where c.order_id = p_order.id and not exists (select from invoices.lines as i where i.charge_id = c.id)
    )
    select coalesce(jsonb_agg(jsonb_build_object(
        'line_id', i.line_id, 'charge_id', i.charge_id, 'sku', i.sku, 'title', i.title, 'quantity', i.quantity,
        'unit_price_minor', i.unit_price_minor, 'discount_minor', i.discount_minor,
        'amount_minor', i.quantity * i.unit_price_minor - i.discount_minor, 'taxes', coalesce(i.taxes, '[]')) order by i.position), '[]')
    from item as i
$$;

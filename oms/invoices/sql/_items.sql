-- What one fulfillment order adds to the invoices of its order: delivered lines with their share of price, discount and taxes;
-- with the first invoice also the charges and the lines that need no delivery. A kit that comes in pieces is invoiced by
-- its components: equal prices in one item.
-- Returns [{line_id, charge_id, demand_line_id, sku, title, quantity, unit_price_minor, discount_minor, amount_minor, taxes: [..]}].
-- Called by: invoices.issue
create or replace function invoices._items(p_order orders.orders, p_fulfillment_order_id bigint) returns jsonb
language sql stable security definer set search_path = pg_catalog, pg_temp
as $$
    with piece as (
        select * from invoices._pieces(p_order.id, p_fulfillment_order_id)
    ), tax as (
        select t.*, row_number() over (partition by t.line_id order by t.id) as place from orders.taxes as t where t.order_id = p_order.id
    ), taxed as (
        select p.line_id, p.part_id, p.unit_price_minor, t.id, t.name, t.rate,
               sum(db.share(p.taxes[t.place], p.before, p.units, p.wanted)) as amount_minor
        from piece as p join tax as t on t.line_id = p.line_id
        group by p.line_id, p.part_id, p.unit_price_minor, t.id, t.name, t.rate
    ), item as (
        select l.position::bigint, l.id as line_id, null::bigint as charge_id, p.part_id, coalesce(v.sku, l.sku) as sku,
               coalesce(orders.item_title(p.part_id), l.title) as title,
               case when p.part_id is null then max(p.quantity) else sum(p.quantity) end as quantity, p.unit_price_minor,
               sum(db.share(p.discount_minor, p.before, p.units, p.wanted)) as discount_minor,
               (select jsonb_agg(jsonb_build_object('name', t.name, 'rate', t.rate, 'amount_minor', t.amount_minor) order by t.id)
                from taxed as t where (t.line_id, t.unit_price_minor) = (l.id, p.unit_price_minor)
                    and t.part_id is not distinct from p.part_id) as taxes
        from piece as p
        join orders.lines as l on l.id = p.line_id
        left join demand.lines as d on d.id = p.part_id
        left join catalog.variants as v on v.id = d.variant_id
        group by l.id, p.part_id, p.unit_price_minor, v.id
        union all
        select 100000 + row_number() over (order by c.id), null, c.id, null, '', c.title, 1, c.amount_minor, 0,
               (select jsonb_agg(jsonb_build_object('name', t.name, 'rate', t.rate, 'amount_minor', t.amount_minor) order by t.id)
                from orders.taxes as t where t.charge_id = c.id)
        from orders.charges as c
        where c.order_id = p_order.id and not exists (select from invoices.lines as i where i.charge_id = c.id)
    )
    select coalesce(jsonb_agg(jsonb_build_object(
        'line_id', i.line_id, 'charge_id', i.charge_id, 'demand_line_id', i.part_id, 'sku', i.sku, 'title', i.title,
        'quantity', i.quantity, 'unit_price_minor', i.unit_price_minor, 'discount_minor', i.discount_minor,
        'amount_minor', i.quantity * i.unit_price_minor - i.discount_minor, 'taxes', coalesce(i.taxes, '[]'))
        order by i.position, i.part_id nulls first, i.unit_price_minor desc), '[]')
    from item as i
$$;

-- What was ordered, as it stands now: {version, lines, charges, ship_to, method, place, delivery_title, and the money}.
-- Called by: orders._keep_version
create or replace function orders._snapshot(p_order_id bigint) returns jsonb
language sql stable security definer set search_path = pg_catalog, pg_temp
as $$
    select orders._money(o.id) || jsonb_build_object(
        'version', o.version, 'tax_minor', o.tax_minor, 'method', o.method, 'delivery_title', o.delivery_title,
        'place', (select l.name from inventory.locations as l where l.id = o.pickup_location_id),
        'ship_to', (select to_jsonb(a) - '{id,customer_id,created_at}'::text[] from customers.addresses as a where a.id = o.ship_to_id),
        'lines', (
            select jsonb_agg(jsonb_build_object(
                'position', l.position, 'sku', l.sku, 'title', l.title, 'quantity', l.quantity, 'canceled', coalesce(p.canceled, 0),
                'unit_price_minor', l.unit_price_minor, 'discount_minor', l.discount_minor, 'tax_minor', l.tax_minor) order by l.position)
            from orders.lines as l left join orders.progress(o.id) as p on p.line_id = l.id
            where l.order_id = o.id),
        'charges', (
            select coalesce(jsonb_agg(jsonb_build_object('kind', c.kind, 'title', c.title, 'amount_minor', c.amount_minor) order by c.id), '[]')
            from orders.charges as c where c.order_id = o.id))
    from orders.orders as o where o.id = p_order_id
$$;

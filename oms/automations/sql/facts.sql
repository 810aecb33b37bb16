-- What is true of an order now, as conditions ask it; null where there is no such order. Lists are in small letters.
-- Called by: automations.run, dry_run
create or replace function automations.facts(p_order_id bigint) returns jsonb
language sql stable security definer set search_path = pg_catalog, pg_temp
as $$
    select jsonb_build_object(
            'channel', o.channel,
            'country', a.country_code,
            'currency', o.currency,
            'method', o.method,
            'payment_status', o.payment_status,
            'total', jsonb_build_object('minor', o.total_minor, 'currency', o.currency),
            'units', l.units,
            'customer_orders', (select count(*) from orders.orders as n where n.customer_id = o.customer_id),
            'age_hours', round(extract(epoch from db.now() - o.placed_at) / 3600, 1),
            'is_backordered', o.is_backordered,
            'is_on_hold', o.is_on_hold,
            'tag', to_jsonb(array(select lower(t.tag) from unnest(o.tags) as t (tag))),
            'sku', l.skus,
            'category', l.categories)
        || coalesce((select jsonb_object_agg('field.' || f.key, f.value) from jsonb_each(o.fields) as f), '{}')
    from orders.orders as o
    left join customers.addresses as a on a.id = o.ship_to_id
    cross join lateral (
        select coalesce(sum(i.quantity), 0) as units,
               coalesce(jsonb_agg(distinct lower(i.sku)) filter (where i.sku <> ''), '[]') as skus,
               coalesce(jsonb_agg(distinct lower(p.category)) filter (where p.category <> ''), '[]') as categories
        from orders.lines as i
        left join catalog.variants as v on v.id = i.variant_id
        left join catalog.products as p on p.id = v.product_id
        where i.order_id = o.id
    ) as l
    where o.id = p_order_id
$$;

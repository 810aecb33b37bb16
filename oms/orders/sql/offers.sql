-- What could be sent instead of what waits for stock in an order, the best first for each line: so many units as are both
-- waiting and available where the order may be served from, at which price, and by how much the order's goods would cost more or
-- less, discount and added tax apart. needs_consent: the customer has to have agreed, to it or to a higher price.
-- Called by: orders.substitute, the order page, the pick page
create or replace function orders.offers(p_order_id bigint)
returns table (line_id bigint, title text, waiting int, substitute_id bigint, sku text, substitute text, available int, quantity int,
               unit_price_minor bigint, difference_minor bigint, needs_consent boolean)
language sql stable security definer set search_path = pg_catalog, pg_temp
as $$
    select l.id, l.title, w.waiting, v.id, v.sku, concat_ws(' ', p.title, nullif(v.title, '')), a.available,
           least(w.waiting, a.available), n.price, least(w.waiting, a.available) * (n.price - l.unit_price_minor),
           o.substitution <> 'allowed' or n.price > l.unit_price_minor
    from orders.orders as o
    join demand.requests as r on r.id = o.request_id
    cross join orders.progress(o.id) as w
    join orders.lines as l on l.id = w.line_id
    join catalog.variants as f on f.id = l.variant_id
    join catalog.substitutes as s on s.variant_id = f.id
    join catalog.variants as v on v.id = s.substitute_id and v.is_active and v.tax_class = f.tax_class
    join catalog.products as p on p.id = v.product_id
    left join catalog.prices as c on c.variant_id = v.id and c.currency = o.currency
    cross join lateral (
        select case f.substitute_price when 'own' then coalesce(c.amount_minor, l.unit_price_minor)
                    when 'cheaper' then least(c.amount_minor, l.unit_price_minor) else l.unit_price_minor end as price
    ) as n
    cross join lateral (
        select coalesce(sum(k.available), 0)::int as available
        from (
            select e.location_id, greatest(e.available, 0) as available from inventory.stock as e where e.variant_id = v.id
            union all select e.location_id, e.available from inventory.kit_levels(v.id) as e
        ) as k join inventory.locations as i on i.id = k.location_id
        where i.is_active and case o.method when 'pickup' then i.id = o.pickup_location_id
            else i.ships and (r.source_location_ids is null or i.id = any (r.source_location_ids)) end
    ) as a
    where o.id = p_order_id and o.state = 'placed' and o.substitution <> 'refused' and w.waiting > 0
    order by l.position, s.position
$$;

-- Orders want what they sold
-- The demand of an order's line belongs to the same order: as much of each component of a kit as the kits take, in step, or the
-- SKU itself in the quantity that was ordered. A kit is never wanted as such.
select l.id, o.number, l.sku, l.quantity, v.sku as component, c.per_unit, d.wanted
from orders.components as c
join orders.lines as l on l.id = c.line_id
join orders.orders as o on o.id = l.order_id
join demand.lines as d on d.id = c.demand_line_id
join catalog.variants as v on v.id = d.variant_id
where (d.request_id, d.wanted) is distinct from (o.request_id, l.quantity * c.per_unit)
    or d.variant_id = l.variant_id and (
        c.per_unit <> 1 or exists (select from orders.components as x where x.line_id = l.id and x.demand_line_id <> d.id))

-- Orders want what they sold
-- The demand of an order's line belongs to the same order: as much of each component of a kit as the kits take, in step, or the
-- SKU itself in the quantity that was ordered. A kit is never wanted as such.
-- key: order_id
select o.id as order_id, o.number, l.sku, l.quantity, count(*) as components, min(c.per_unit) as per_unit, min(d.wanted) as wanted
from orders.orders as o
join orders.lines as l on l.order_id = o.id
join orders.components as c on c.line_id = l.id
join demand.lines as d on d.id = c.demand_line_id
group by o.id, l.id
having bool_or((d.request_id, d.wanted) is distinct from (o.request_id, l.quantity * c.per_unit))
    or bool_or(d.variant_id = l.variant_id) and (count(*) > 1 or max(c.per_unit) > 1)

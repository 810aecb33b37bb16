-- Orders want what they sold
-- The demand of an order's line is for the same SKU and quantity, and belongs to the same order.
select l.id, o.number, l.sku, l.quantity, d.wanted
from orders.lines as l
join orders.orders as o on o.id = l.order_id
join demand.lines as d on d.id = l.demand_line_id
where (d.request_id, d.variant_id, d.wanted) is distinct from (o.request_id, l.variant_id, l.quantity)

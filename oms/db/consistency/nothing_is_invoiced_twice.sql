-- Nothing is invoiced twice
-- No more of an order's line, or of a kit's component, is invoiced than was delivered, and each charge once.
-- key: order_id
select l.order_id, (select o.number from orders.orders as o where o.id = l.order_id) as number, l.sku, l.quantity, d.shipped as delivered,
       sum(case when i.demand_line_id is null then i.quantity * coalesce(c.per_unit, 1) else i.quantity end) as invoiced
from invoices.lines as i
join orders.lines as l on l.id = i.order_line_id
left join orders.components as c on c.line_id = l.id and c.demand_line_id = coalesce(i.demand_line_id, c.demand_line_id)
left join demand.lines as d on d.id = c.demand_line_id
group by l.order_id, l.id, d.id
having sum(case when i.demand_line_id is null then i.quantity * coalesce(c.per_unit, 1) else i.quantity end) > coalesce(d.shipped, l.quantity)
union all
select c.order_id, (select o.number from orders.orders as o where o.id = c.order_id), c.title, 1, 1, count(*)
from invoices.lines as i join orders.charges as c on c.id = i.charge_id
group by c.order_id, c.id
having count(*) > 1

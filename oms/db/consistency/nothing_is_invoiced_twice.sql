-- Nothing is invoiced twice
-- No more of an order's line, or of a kit's component, is invoiced than was delivered, and each charge once.
select o.number, l.sku, l.quantity, d.shipped as delivered, i.whole * c.per_unit + i.parts as invoiced
from orders.lines as l
join orders.orders as o on o.id = l.order_id
join orders.components as c on c.line_id = l.id
join demand.lines as d on d.id = c.demand_line_id
cross join lateral (
    select coalesce(sum(i.quantity) filter (where i.demand_line_id is null), 0) as whole,
           coalesce(sum(i.quantity) filter (where i.demand_line_id = d.id), 0) as parts
    from invoices.lines as i where i.order_line_id = l.id
) as i
where i.whole * c.per_unit + i.parts > d.shipped
union all
select o.number, l.sku, l.quantity, l.quantity, sum(i.quantity)
from invoices.lines as i join orders.lines as l on l.id = i.order_line_id join orders.orders as o on o.id = l.order_id
where not exists (select from orders.components as c where c.line_id = l.id)
group by o.number, l.id
having sum(i.quantity) > l.quantity
union all
select o.number, c.title, 1, 1, count(*)
from invoices.lines as i join orders.charges as c on c.id = i.charge_id join orders.orders as o on o.id = c.order_id
group by o.number, c.id, c.title
having count(*) > 1

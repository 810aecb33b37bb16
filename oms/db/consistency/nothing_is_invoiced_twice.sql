-- Nothing is invoiced twice
-- No more of an order's line is invoiced than was delivered, and each charge once.
select o.number, l.sku, l.quantity, coalesce(d.shipped, l.quantity) as delivered, i.quantity as invoiced
from orders.lines as l
join orders.orders as o on o.id = l.order_id
join (select order_line_id, sum(quantity) as quantity from invoices.lines group by order_line_id) as i on i.order_line_id = l.id
left join demand.lines as d on d.id = l.demand_line_id
where i.quantity > coalesce(d.shipped, l.quantity)
union all
select o.number, c.title, 1, 1, count(*)
from invoices.lines as i join orders.charges as c on c.id = i.charge_id join orders.orders as o on o.id = c.order_id
group by o.number, c.id, c.title
having count(*) > 1

-- Canceled orders hold no stock
-- Nothing is reserved, and nobody works, for what was canceled.
-- key: order_id
select o.id as order_id, o.number, a.id as allocation_id, a.state
from orders.orders as o
join demand.lines as l on l.request_id = o.request_id
join demand.allocations as a on a.line_id = l.id and a.state in ('allocated', 'released')
where o.state = 'canceled'
union all
select o.id, o.number, f.id, f.state
from orders.orders as o
join fulfillment.orders as f on f.request_id = o.request_id and f.ended_at is null
where o.state = 'canceled'

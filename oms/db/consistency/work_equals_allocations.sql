-- Work equals allocations
-- Every allocation that has not left yet is on exactly one open fulfillment order, at its location and with its quantity.
select a.id, a.location_id, a.quantity, coalesce(w.orders, 0) as orders, coalesce(w.quantity, 0) as work_quantity
from demand.allocations as a
left join (
    select l.allocation_id, o.location_id, count(*) as orders, sum(l.quantity - l.short) as quantity
    from fulfillment.lines as l join fulfillment.orders as o on o.id = l.order_id
    where o.ended_at is null
    group by l.allocation_id, o.location_id
) as w on w.allocation_id = a.id and w.location_id = a.location_id
where a.state in ('allocated', 'released') and (coalesce(w.orders, 0) <> 1 or coalesce(w.quantity, 0) <> a.quantity)

-- Work equals allocations
-- Every allocation that has not left yet is on exactly one open fulfillment order, at its location and with its quantity.
select a.id, a.location_id, a.quantity, w.orders, w.quantity as work_quantity
from demand.allocations as a
cross join lateral (
    select count(*) as orders, coalesce(sum(l.quantity - l.short), 0) as quantity
    from fulfillment.lines as l join fulfillment.orders as o on o.id = l.order_id
    where l.allocation_id = a.id and o.location_id = a.location_id and o.ended_at is null
) as w
where a.state in ('allocated', 'released') and (w.orders <> 1 or w.quantity <> a.quantity)

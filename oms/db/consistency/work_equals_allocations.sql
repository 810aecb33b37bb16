-- Work equals allocations
-- Every allocation that has not left yet is on exactly one open fulfillment order, at its location and with its quantity.
-- key: demand_line_id
select demand_line_id, allocation_id, location_id, sum(allocated) as allocated, sum(orders) as orders, sum(worked) as worked
from (
    select line_id as demand_line_id, id as allocation_id, location_id, quantity as allocated, 0 as orders, 0 as worked
    from demand.allocations where state in ('allocated', 'released')
    union all
    select l.demand_line_id, l.allocation_id, o.location_id, 0, 1, l.quantity - l.short
    from fulfillment.lines as l join fulfillment.orders as o on o.id = l.order_id
    where o.ended_at is null
) as both_sides
group by demand_line_id, allocation_id, location_id
having sum(allocated) > 0 and (sum(orders) <> 1 or sum(worked) <> sum(allocated))

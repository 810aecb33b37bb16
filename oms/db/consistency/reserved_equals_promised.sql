-- Reserved equals promised
-- The reserved stock of a SKU at a location is exactly what is allocated there and has not left yet, what is on hold, what is ready to be
-- transferred, what has arrived for a promise, and what waits in a pool for the next buyer.
-- key: variant_id
select variant_id, location_id, sum(reserved) as reserved, sum(promised) as promised
from (
    select variant_id, location_id, reserved, 0 as promised from inventory.levels where reserved <> 0
    union all
    select variant_id, location_id, 0, quantity from demand.allocations where state in ('allocated', 'released')
    union all
    select x.variant_id, x.location_id, 0, x.quantity
    from inventory.hold_lines as x join inventory.holds as h on h.id = x.hold_id
    where h.state = 'active'
    union all
    select x.variant_id, t.source_id, 0, x.quantity
    from inventory.transfer_lines as x join inventory.transfers as t on t.id = x.transfer_id
    where t.state = 'ready'
    union all
    select variant_id, location_id, 0, quantity from demand.pegs where state = 'arrived'
    union all
    select variant_id, location_id, 0, 1 from inventory.pool_units
) as both_sides
group by variant_id, location_id
having sum(reserved) <> sum(promised)

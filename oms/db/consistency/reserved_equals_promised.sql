-- Reserved equals promised
-- The reserved stock of a SKU at a location is exactly what is allocated there and has not left yet, what is on hold, what is ready to be
-- transferred, what has arrived for a promise, and what waits in a pool for the next buyer.
select l.variant_id, l.location_id, l.reserved, coalesce(p.quantity, 0) as promised
from inventory.levels as l
full join (
    select variant_id, location_id, sum(quantity) as quantity
    from (
        select variant_id, location_id, quantity from demand.allocations where state in ('allocated', 'released')
        union all
        select x.variant_id, x.location_id, x.quantity
        from inventory.hold_lines as x join inventory.holds as h on h.id = x.hold_id
        where h.state = 'active'
        union all
        select x.variant_id, t.source_id, x.quantity
        from inventory.transfer_lines as x join inventory.transfers as t on t.id = x.transfer_id
        where t.state = 'ready'
        union all
        select variant_id, location_id, quantity from demand.pegs where state = 'arrived'
        union all
        select u.variant_id, u.location_id, count(*) from inventory.pool_units as u group by u.variant_id, u.location_id
    ) as each_promise
    group by variant_id, location_id
) as p using (variant_id, location_id)
where l.reserved is distinct from coalesce(p.quantity, 0)

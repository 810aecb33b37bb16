-- Reserved equals promised
-- The reserved stock of a SKU at a location is exactly what is allocated there and has not left yet.
select l.variant_id, l.location_id, l.reserved, coalesce(a.quantity, 0) as allocated
from inventory.levels as l
full join (
    select variant_id, location_id, sum(quantity) as quantity
    from demand.allocations where state in ('allocated', 'released') group by variant_id, location_id
) as a using (variant_id, location_id)
where l.reserved is distinct from coalesce(a.quantity, 0)

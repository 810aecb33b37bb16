-- Held equals holds
-- The held stock of a SKU at a location is exactly what active holds keep there, and what has arrived for a promise of units that are
-- told apart, until it is known which they are.
-- key: variant_id
select variant_id, location_id, sum(held) as held, sum(kept) as kept
from (
    select variant_id, location_id, held, 0 as kept from inventory.levels where held <> 0
    union all
    select x.variant_id, x.location_id, 0, x.quantity
    from inventory.hold_lines as x join inventory.holds as h on h.id = x.hold_id
    where h.state = 'active'
    union all
    select p.variant_id, p.location_id, 0, p.quantity
    from demand.pegs as p join catalog.variants as v on v.id = p.variant_id
    where p.state = 'arrived' and v.tracking <> 'none'
) as both_sides
group by variant_id, location_id
having sum(held) <> sum(kept)

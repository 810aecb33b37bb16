-- Held equals holds
-- The held stock of a SKU at a location is exactly what active holds keep there.
-- key: variant_id
select variant_id, location_id, sum(held) as held, sum(kept) as kept
from (
    select variant_id, location_id, held, 0 as kept from inventory.levels where held <> 0
    union all
    select x.variant_id, x.location_id, 0, x.quantity
    from inventory.hold_lines as x join inventory.holds as h on h.id = x.hold_id
    where h.state = 'active'
) as both_sides
group by variant_id, location_id
having sum(held) <> sum(kept)

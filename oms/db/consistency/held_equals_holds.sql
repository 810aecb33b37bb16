-- Held equals holds
-- The held stock of a SKU at a location is exactly what active holds keep there.
select l.variant_id, l.location_id, l.held, coalesce(h.quantity, 0) as kept
from inventory.levels as l
full join (
    select x.variant_id, x.location_id, sum(x.quantity) as quantity
    from inventory.hold_lines as x join inventory.holds as h on h.id = x.hold_id
    where h.state = 'active' group by x.variant_id, x.location_id
) as h using (variant_id, location_id)
where l.held is distinct from coalesce(h.quantity, 0)

-- Stock equals its ledger
-- On hand, of every SKU at every location, is the sum of its movements.
select l.variant_id, l.location_id, l.on_hand, coalesce(m.quantity, 0) as moved
from inventory.levels as l
full join (
    select variant_id, location_id, sum(quantity) as quantity from inventory.movements group by variant_id, location_id
) as m using (variant_id, location_id)
where l.on_hand is distinct from coalesce(m.quantity, 0)

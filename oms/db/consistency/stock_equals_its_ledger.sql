-- Stock equals its ledger
-- On hand, of every SKU at every location, is the sum of its movements.
-- key: variant_id
select variant_id, location_id, sum(on_hand) as on_hand, sum(moved) as moved
from (
    select variant_id, location_id, on_hand, 0 as moved from inventory.levels
    union all
    select variant_id, location_id, 0, quantity from inventory.movements
) as both_sides
group by variant_id, location_id
having sum(on_hand) <> sum(moved)

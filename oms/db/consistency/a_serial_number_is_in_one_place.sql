-- A serial number is in one place
-- A unit with a serial number is on hand at one location, or on its way with one transfer, never both or twice.
-- key: variant_id
select variant_id, lot_id, sum(quantity) as quantity
from (
    select x.variant_id, x.lot_id, x.on_hand as quantity from inventory.lot_levels as x where x.is_serial and x.on_hand > 0
    union all
    select x.variant_id, x.lot_id, x.under_way
    from inventory.transfer_lots as x join inventory.lots as t on t.id = x.lot_id
    where t.is_serial and x.under_way > 0
) as places
group by variant_id, lot_id
having sum(quantity) > 1

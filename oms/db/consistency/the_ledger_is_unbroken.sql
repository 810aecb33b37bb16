-- The ledger is unbroken
-- Every movement begins with what the one before it left on hand.
select m.id, m.variant_id, m.location_id, m.before, m.quantity, m.on_hand_after
from (
    select id, variant_id, location_id, quantity, on_hand_after,
           coalesce(lag(on_hand_after) over (partition by variant_id, location_id order by id), 0) as before
    from inventory.movements
) as m
where m.before + m.quantity <> m.on_hand_after

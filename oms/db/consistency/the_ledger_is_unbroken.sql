-- The ledger is unbroken
-- The movements of a SKU at a location are numbered without a gap, and each begins with what the one before it left on hand.
-- key: variant_id
select m.id, m.variant_id, m.location_id, m.sequence, m.place, m.before, m.quantity, m.on_hand_after
from (
    select id, variant_id, location_id, sequence, quantity, on_hand_after,
           row_number() over level as place, coalesce(lag(on_hand_after) over level, 0) as before
    from inventory.movements
    window level as (partition by variant_id, location_id order by sequence)
) as m
where m.before + m.quantity <> m.on_hand_after or m.place <> m.sequence

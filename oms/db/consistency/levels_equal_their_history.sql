-- Stock levels equal their history
-- The last that was kept of every stock level is what the level is now.
-- key: variant_id
select l.variant_id, l.location_id, l.on_hand, h.on_hand as on_hand_kept, l.reserved, h.reserved as reserved_kept
from inventory.levels as l
left join lateral (
    select k.* from inventory.level_history as k
    where k.variant_id = l.variant_id and k.location_id = l.location_id
    order by k.since desc, k.id desc limit 1
) as h on true
where (l.on_hand, l.reserved, l.held, l.safety, l.unavailable, l.incoming)
    is distinct from (h.on_hand, h.reserved, h.held, h.safety, h.unavailable, h.incoming)

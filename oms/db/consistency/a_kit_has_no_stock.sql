-- A kit has no stock
-- What is made of other SKUs is neither stocked nor expected itself, and is no part of another kit.
select v.sku, l.location_id, l.on_hand, l.incoming
from inventory.levels as l join catalog.variants as v on v.id = l.variant_id
where l.on_hand + l.incoming > 0 and exists (select from catalog.kit_components as k where k.kit_id = l.variant_id)
union all
select v.sku, null, null, null
from catalog.kit_components as k join catalog.variants as v on v.id = k.component_id
where exists (select from catalog.kit_components as n where n.kit_id = k.component_id)

-- Pools are switched on
-- Units wait in a pool only while their SKU is sold from pools.
select u.variant_id, u.location_id, count(*) as units
from inventory.pool_units as u
where not exists (select from inventory.pools as p where p.variant_id = u.variant_id)
group by u.variant_id, u.location_id

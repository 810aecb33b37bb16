-- History runs forward
-- What was kept of a stock level later never counts from an earlier moment.
-- key: variant_id
select h.id, h.variant_id, h.location_id, h.since
from (
    select id, variant_id, location_id, since,
           lag(id) over (partition by variant_id, location_id order by since, id) as before
    from inventory.level_history
) as h
where h.before > h.id

-- Whatever left has a movement
-- As many units of a SKU went out of the ledger for an order as its demand says were shipped or handed over.
-- key: request_id
select request_id, (select r.reference from demand.requests as r where r.id = request_id) as reference, variant_id,
       sum(shipped) as shipped, sum(moved) as moved
from (
    select request_id, variant_id, shipped, 0 as moved from demand.lines
    union all
    select cause_id, variant_id, 0, -quantity from inventory.movements where cause = 'request'
) as both_sides
group by request_id, variant_id
having sum(shipped) <> sum(moved)

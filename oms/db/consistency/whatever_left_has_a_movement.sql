-- Whatever left has a movement
-- As many units of a SKU went out of the ledger for an order as its demand says were shipped or handed over.
select r.reference, d.variant_id, d.shipped, coalesce(m.quantity, 0) as moved
from (select request_id, variant_id, sum(shipped) as shipped from demand.lines group by request_id, variant_id) as d
join demand.requests as r on r.id = d.request_id
left join (
    select cause_id, variant_id, -sum(quantity) as quantity from inventory.movements where cause = 'request' group by cause_id, variant_id
) as m on m.cause_id = d.request_id and m.variant_id = d.variant_id
where d.shipped <> coalesce(m.quantity, 0)

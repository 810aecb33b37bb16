-- Posted counts are in the ledger
-- Each difference that a posted count has found is one movement of its SKU, and no other count has moved anything.
select c.number, x.variant_id, c.state, x.variance, coalesce(m.quantity, 0) as moved
from inventory.counts as c
join inventory.count_lines as x on x.count_id = c.id
left join (
    select cause_id, variant_id, location_id, sum(quantity) as quantity
    from inventory.movements where cause = 'count' group by cause_id, variant_id, location_id
) as m on m.cause_id = c.id and m.variant_id = x.variant_id and m.location_id = c.location_id
where coalesce(m.quantity, 0) <> case c.state when 'posted' then coalesce(x.variance, 0) else 0 end

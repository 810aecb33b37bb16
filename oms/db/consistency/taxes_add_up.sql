-- Taxes add up
-- The tax of an order's line, and of a charge, is the sum of the single taxes on it.
select o.number, i.line_id, i.charge_id, i.tax_minor, coalesce(t.amount, 0) as taxes
from (
    select order_id, id as line_id, null::bigint as charge_id, tax_minor from orders.lines
    union all
    select order_id, null, id, tax_minor from orders.charges
) as i
join orders.orders as o on o.id = i.order_id
left join (
    select line_id, charge_id, sum(amount_minor) as amount from orders.taxes group by line_id, charge_id
) as t on coalesce(t.line_id, -t.charge_id) = coalesce(i.line_id, -i.charge_id)
where i.tax_minor <> coalesce(t.amount, 0)

-- Taxes add up
-- The tax of an order's line, and of a charge, is the sum of the single taxes on it.
-- key: order_id
select order_id, (select o.number from orders.orders as o where o.id = order_id) as number,
       line_id, charge_id, sum(tax) as tax_beyond
from (
    select order_id, id as line_id, null::bigint as charge_id, tax_minor as tax from orders.lines
    union all
    select order_id, null, id, tax_minor from orders.charges
    union all
    select order_id, line_id, charge_id, -amount_minor from orders.taxes
) as both_sides
group by order_id, line_id, charge_id
having sum(tax) <> 0

-- Orders add up
-- The sums of an order are the sums of its lines and charges: prices, discounts, charges and taxes.
-- key: order_id
select order_id, (select o.number from orders.orders as o where o.id = order_id) as number,
       sum(price) as lines_beyond, sum(discount) as discount_beyond, sum(charge) as charges_beyond, sum(tax) as tax_beyond
from (
    select id as order_id, lines_minor as price, discount_minor as discount, charges_minor as charge, tax_minor as tax from orders.orders
    union all
    select order_id, -quantity * unit_price_minor, -discount_minor, 0, -tax_minor from orders.lines
    union all
    select order_id, 0, 0, -amount_minor, -tax_minor from orders.charges
) as both_sides
group by order_id
having (sum(price), sum(discount), sum(charge), sum(tax)) <> (0, 0, 0, 0)

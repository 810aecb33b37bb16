-- Orders add up
-- The sums of an order are the sums of its lines and charges: prices, discounts, charges and taxes.
select o.number, o.lines_minor, l.price as lines, o.discount_minor, l.discount as discounts, o.charges_minor, c.amount as charges,
       o.tax_minor, l.tax + c.tax as taxes
from orders.orders as o
cross join lateral (
    select coalesce(sum(quantity * unit_price_minor), 0) as price, coalesce(sum(discount_minor), 0) as discount,
           coalesce(sum(tax_minor), 0) as tax
    from orders.lines where order_id = o.id
) as l
cross join lateral (
    select coalesce(sum(amount_minor), 0) as amount, coalesce(sum(tax_minor), 0) as tax from orders.charges where order_id = o.id
) as c
where (o.lines_minor, o.discount_minor, o.charges_minor, o.tax_minor) <> (l.price, l.discount, c.amount, l.tax + c.tax)

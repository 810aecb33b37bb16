-- Statuses follow the facts
-- What an order says of itself (paid, on hold, waiting for stock, canceled, delivered) is what its payments, holds and demand say.
-- key: order_id
select o.id as order_id, o.number, o.state, o.payment_status, payments.status(p) as payment, o.is_on_hold, o.is_backordered,
       o.fulfillment_status, d.*
from orders.orders as o
join payments.payables as p on p.id = o.payable_id
cross join lateral (
    select coalesce(sum(unrouted + backordered), 0) as waiting, coalesce(sum(wanted - canceled), 0) as kept,
           coalesce(sum(canceled), 0) as canceled, coalesce(sum(shipped), 0) as shipped, coalesce(sum(delivered), 0) as delivered
    from demand.lines where request_id = o.request_id
) as d
where o.payment_status <> payments.status(p)
    or o.is_on_hold <> exists (select from orders.holds as h where h.order_id = o.id and h.released_at is null)
    or o.is_backordered <> (d.waiting > 0)
    or (o.state = 'canceled') <> (d.kept = 0 and d.canceled > 0)
    or (o.fulfillment_status = 'delivered') <> (d.delivered = d.kept and not (d.kept = 0 and d.canceled > 0))
    or (o.fulfillment_status in ('fulfilled', 'delivered')) <> (d.shipped = d.kept and not (d.kept = 0 and d.canceled > 0))

-- Money equals its events
-- What was authorized, paid, refunded and voided is the sum of what gateways and channels said, and the amount due is the order's total.
select p.id, p.reference, p.captured_minor, e.captured, p.refunded_minor, e.refunded, p.voided_minor, e.voided,
       p.authorized_minor, e.authorized
from payments.payables as p
left join orders.orders as o on o.payable_id = p.id
cross join lateral (
    select coalesce(sum(amount_minor) filter (where kind = 'authorize'), 0) as authorized,
           coalesce(sum(amount_minor) filter (where kind = 'capture'), 0) as captured,
           coalesce(sum(amount_minor) filter (where kind in ('refund', 'chargeback')), 0)
               - coalesce(sum(amount_minor) filter (where kind = 'reversal'), 0) as refunded,
           coalesce(sum(amount_minor) filter (where kind = 'void'), 0) as voided
    from payments.events where payable_id = p.id and outcome = 'succeeded'
) as e
where (p.captured_minor, p.refunded_minor, p.voided_minor) <> (e.captured, e.refunded, e.voided)
    or p.authorized_minor < e.authorized or p.authorized_minor > e.authorized + e.captured
    or p.due_minor <> coalesce(o.total_minor, p.due_minor)

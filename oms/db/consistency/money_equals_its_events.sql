-- Money equals its events
-- What was authorized, paid, refunded and voided is the sum of what gateways and channels said, and the amount due is the order's total.
-- key: payable_id
select payable_id, (select p.reference from payments.payables as p where p.id = payable_id) as reference,
       sum(captured) as captured_beyond, sum(refunded) as refunded_beyond, sum(voided) as voided_beyond,
       sum(authorized) as authorized_beyond, 0 as due_beyond
from (
    select id as payable_id, captured_minor as captured, refunded_minor as refunded, voided_minor as voided,
           authorized_minor as authorized, authorized_minor - captured_minor as authorized_alone
    from payments.payables
    union all
    select payable_id, case kind when 'capture' then -amount_minor else 0 end,
           case when kind in ('refund', 'chargeback') then -amount_minor when kind = 'reversal' then amount_minor else 0 end,
           case kind when 'void' then -amount_minor else 0 end, case kind when 'authorize' then -amount_minor else 0 end,
           case kind when 'authorize' then -amount_minor else 0 end
    from payments.events where outcome = 'succeeded'
) as both_sides
group by payable_id
having (sum(captured), sum(refunded), sum(voided)) <> (0, 0, 0) or sum(authorized) < 0 or sum(authorized_alone) > 0
union all
select p.id, p.reference, 0, 0, 0, 0, p.due_minor - o.total_minor
from payments.payables as p join orders.orders as o on o.payable_id = p.id
where p.due_minor <> o.total_minor

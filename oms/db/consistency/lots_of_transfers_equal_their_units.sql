-- Lots of transfers equal their units
-- Where units are told apart, what a transfer keeps, has sent and has under way is the sum of its lots; and what became of each lot is
-- the sum of its receipts.
-- key: variant_id
select t.number, l.variant_id, null as lot_id, l.quantity, s.quantity as of_lots, l.under_way, s.under_way as under_way_of_lots
from inventory.transfer_lines as l
join inventory.transfers as t on t.id = l.transfer_id and t.state not in ('draft', 'canceled')
join catalog.variants as v on v.id = l.variant_id
cross join lateral (
    select coalesce(sum(x.quantity), 0) as quantity, coalesce(sum(x.sent), 0) as sent, coalesce(sum(x.under_way), 0) as under_way
    from inventory.transfer_lots as x where x.transfer_id = l.transfer_id and x.variant_id = l.variant_id
) as s
where (s.quantity > 0 or v.tracking <> 'none' and (l.under_way > 0 or t.state = 'ready'))
    and (l.quantity, l.sent, l.under_way) <> (s.quantity, s.sent, s.under_way)
union all
select t.number, x.variant_id, x.lot_id, x.received + x.damaged + x.lost + x.surplus, r.quantity, x.received, r.received
from inventory.transfer_lots as x
join inventory.transfers as t on t.id = x.transfer_id
cross join lateral (
    select coalesce(sum(n.quantity), 0) as quantity, coalesce(sum(n.quantity) filter (where e.outcome = 'received'), 0) as received,
           coalesce(sum(n.quantity) filter (where e.outcome = 'damaged'), 0) as damaged,
           coalesce(sum(n.quantity) filter (where e.outcome = 'lost'), 0) as lost,
           coalesce(sum(n.quantity) filter (where e.outcome = 'surplus'), 0) as surplus
    from inventory.transfer_receipts as e join inventory.transfer_receipt_lots as n on n.receipt_id = e.id and n.lot_id = x.lot_id
    where e.transfer_id = x.transfer_id
) as r
where (x.received, x.damaged, x.lost, x.surplus) <> (r.received, r.damaged, r.lost, r.surplus)

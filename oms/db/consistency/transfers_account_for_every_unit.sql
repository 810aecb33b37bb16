-- Transfers account for every unit
-- What a transfer sent was received, damaged, lost or is under way, and a received one has nothing under way; its receipts and the ledger say the same.
-- key: variant_id
select t.number, l.variant_id, t.state, l.sent, l.received, l.damaged, l.lost, l.surplus, r.received as receipts_received, m.gone, m.came
from inventory.transfers as t
join inventory.transfer_lines as l on l.transfer_id = t.id
cross join lateral (
    select coalesce(sum(quantity) filter (where outcome = 'received'), 0) as received,
           coalesce(sum(quantity) filter (where outcome = 'damaged'), 0) as damaged,
           coalesce(sum(quantity) filter (where outcome = 'lost'), 0) as lost,
           coalesce(sum(quantity) filter (where outcome = 'surplus'), 0) as surplus
    from inventory.transfer_receipts where transfer_id = t.id and variant_id = l.variant_id
) as r
cross join lateral (
    select -coalesce(sum(quantity) filter (where location_id = t.source_id), 0) as gone,
           coalesce(sum(quantity) filter (where location_id = t.destination_id), 0) as came
    from inventory.movements where cause = 'transfer' and cause_id = t.id and variant_id = l.variant_id
) as m
where (l.received, l.damaged, l.lost, l.surplus) <> (r.received, r.damaged, r.lost, r.surplus)
    or l.sent <> m.gone or l.received + l.damaged + l.surplus <> m.came
    or t.state = 'received' and l.under_way <> 0
    or (l.sent > 0) <> (t.state in ('in_transit', 'partially_received', 'received'))

-- Lots equal their levels
-- Where units are told apart, on hand, unavailable and what is reserved for good are the sums of their lots, and each lot's reserved
-- is what allocations hold of it, and transfers that are ready.
-- key: variant_id
select l.variant_id, l.location_id, l.on_hand, t.on_hand as of_lots, l.reserved - l.held as reserved, t.reserved as reserved_of_lots
from inventory.levels as l
left join lateral (
    select coalesce(sum(x.on_hand), 0) as on_hand, coalesce(sum(x.reserved), 0) as reserved,
           coalesce(sum(x.unavailable), 0) as unavailable, coalesce(sum(h.quantity), 0) as allocated
    from inventory.lot_levels as x
    left join lateral (
        select sum(k.quantity) as quantity
        from (
            select b.quantity
            from demand.allocation_lots as b join demand.allocations as a on a.id = b.allocation_id
            where b.lot_id = x.lot_id and a.location_id = x.location_id and a.state in ('allocated', 'released')
            union all
            select g.quantity
            from inventory.transfer_lots as g join inventory.transfers as f on f.id = g.transfer_id
            where g.lot_id = x.lot_id and f.source_id = x.location_id and f.state = 'ready'
        ) as k
    ) as h on true
    where x.variant_id = l.variant_id and x.location_id = l.location_id
) as t on true
where l.is_tracked
    and (l.on_hand, l.reserved - l.held, l.unavailable, t.reserved) is distinct from (t.on_hand, t.reserved, t.unavailable, t.allocated)

-- Incoming equals what is under way
-- What is incoming of a SKU at a location is exactly what is still open of the deliveries expected there, and what transfers have
-- sent there and nobody has accounted for yet.
select l.variant_id, l.location_id, l.incoming, coalesce(u.quantity, 0) as under_way
from inventory.levels as l
full join (
    select variant_id, location_id, sum(quantity) as quantity
    from (
        select n.variant_id, i.location_id, n.open as quantity
        from inventory.incoming_lines as n join inventory.incoming as i on i.id = n.incoming_id
        union all
        select x.variant_id, t.destination_id, x.under_way
        from inventory.transfers as t join inventory.transfer_lines as x on x.transfer_id = t.id
    ) as coming
    group by variant_id, location_id
) as u using (variant_id, location_id)
where coalesce(l.incoming, 0) <> coalesce(u.quantity, 0)

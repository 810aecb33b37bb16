-- Incoming equals what is under way
-- What a location expects of a SKU is exactly what transfers have sent there and nobody has accounted for yet.
select l.variant_id, l.location_id, l.incoming, coalesce(u.quantity, 0) as under_way
from inventory.levels as l
full join (
    select x.variant_id, t.destination_id as location_id, sum(x.under_way) as quantity
    from inventory.transfers as t join inventory.transfer_lines as x on x.transfer_id = t.id
    group by x.variant_id, t.destination_id
) as u using (variant_id, location_id)
where coalesce(l.incoming, 0) <> coalesce(u.quantity, 0)

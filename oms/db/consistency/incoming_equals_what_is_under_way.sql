-- Incoming equals what is under way
-- What is incoming of a SKU at a location is exactly what is still open of the deliveries expected there, and what transfers have
-- sent there and nobody has accounted for yet.
-- key: variant_id
select variant_id, location_id, sum(incoming) as incoming, sum(under_way) as under_way
from (
    select variant_id, location_id, incoming, 0 as under_way from inventory.levels where incoming <> 0
    union all
    select n.variant_id, i.location_id, 0, n.open
    from inventory.incoming_lines as n join inventory.incoming as i on i.id = n.incoming_id
    where n.open <> 0
    union all
    select x.variant_id, t.destination_id, 0, x.under_way
    from inventory.transfers as t join inventory.transfer_lines as x on x.transfer_id = t.id
    where x.under_way <> 0
) as both_sides
group by variant_id, location_id
having sum(incoming) <> sum(under_way)

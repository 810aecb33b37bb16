-- Pickups wait where they are ready
-- A fulfillment order is ready for pickup exactly while a pickup waits on a shelf of the same location.
-- key: request_id
select f.request_id, f.number, f.state, p.id as pickup_id
from fulfillment.orders as f
left join pickup.pickups as p on p.fulfillment_order_id = f.id
where (f.state = 'ready_for_pickup')
    <> (p.id is not null and p.collected_at is null and p.returned_at is null and p.location_id = f.location_id)

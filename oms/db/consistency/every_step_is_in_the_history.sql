-- Every step is in the history
-- Each order's history says that it was placed; each fulfillment order that is open, or changed within a week,
-- has an event that names the state it is in.
-- key: request_id
select o.request_id, o.number, 'placed' as missing
from orders.orders as o
where not exists (select from history.events as e where e.subject = 'order' and e.subject_id = o.id and e.type = 'order.placed')
union all
select f.request_id, f.number, f.state
from fulfillment.orders as f
where f.state <> 'planned' and (f.ended_at is null or f.updated_at > db.now() - interval '7 days') and 0 = (
    select count(*) from history.events as e
    where e.subject = 'demand' and e.subject_id = f.request_id and e.type = 'fulfillment.' || f.state
        and (e.data ->> 'fulfillment_order_id')::bigint = f.id)

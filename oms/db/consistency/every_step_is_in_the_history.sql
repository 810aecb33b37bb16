-- Every step is in the history
-- Each order's history says that it was placed; each fulfillment order's last event names the state it is in.
select o.number, 'placed' as missing
from orders.orders as o
where not exists (select from history.events as e where e.subject = 'order' and e.subject_id = o.id and e.type = 'order.placed')
union all
select f.number, f.state
from fulfillment.orders as f
where f.state <> 'planned' and not exists (
    select from history.events as e
    where e.subject = 'demand' and e.subject_id = f.request_id and e.type = 'fulfillment.' || f.state
        and (e.data ->> 'fulfillment_order_id')::bigint = f.id)

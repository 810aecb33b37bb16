-- Write every derived status of an order: the one writer of payment_status, fulfillment_status, the flags and the scope.
-- Ties a new order to its request and payable. Rules: design, section 5. It closes when nothing is left to deliver, to pay or to
-- pay back. Called by: orders.place, hold, unhold, the triggers on demand.lines and payments.payables
create or replace function orders._derive(p_order_id bigint, p_request_id bigint default null, p_payable_id bigint default null)
returns void
language sql security definer set search_path = pg_catalog, pg_temp
as $$
    update orders.orders as o
    set request_id = s.request_id,
        payable_id = s.payable_id,
        payment_status = payments.status(p),
        fulfillment_status = d.status,
        is_on_hold = exists (select from orders.holds as h where h.order_id = o.id and h.released_at is null),
        is_backordered = d.waiting > 0,
        location_ids = array(
            select a.location_id from demand.allocations as a join demand.lines as l on l.id = a.line_id
            where l.request_id = s.request_id and a.state <> 'deallocated'
            union select f.location_id from fulfillment.orders as f
            where f.request_id = s.request_id and f.state <> 'rejected'  -- canceled work stays visible where it was
            union select o.pickup_location_id where o.pickup_location_id is not null
            order by 1),
        state = case
            when d.is_canceled then 'canceled'
            when d.open = 0 and payments.status(p) in ('paid', 'partially_refunded', 'refunded') then 'closed'
            else 'placed' end,
        closed_at = case when d.open = 0 then coalesce(o.closed_at, db.now()) end,
        canceled_at = case when d.is_canceled then coalesce(o.canceled_at, db.now()) end,
        updated_at = db.now(),
        version = o.version + 1
    from (
        select n.id, coalesce(p_request_id, n.request_id) as request_id, coalesce(p_payable_id, n.payable_id) as payable_id
        from orders.orders as n where n.id = p_order_id
    ) as s join payments.payables as p on p.id = s.payable_id, lateral (
        select sum(q.wanted - q.canceled - q.shipped) as open,
               sum(q.unrouted + q.backordered) as waiting,
               sum(q.wanted - q.canceled) = 0 and sum(q.canceled) > 0 as is_canceled,
               case
                   when sum(q.wanted - q.canceled) = 0 and sum(q.canceled) > 0 then 'canceled'
                   when sum(q.delivered) = sum(q.wanted - q.canceled) then 'delivered'
                   when sum(q.shipped) = sum(q.wanted - q.canceled) then 'fulfilled'
                   when sum(q.shipped) > 0 then 'partially_fulfilled'
                   when sum(q.released) > 0 then 'in_progress'
                   else 'unfulfilled' end as status
        from (
            select l.wanted, l.canceled, l.shipped, l.delivered, l.unrouted, l.backordered, l.released
            from demand.lines as l where l.request_id = s.request_id
            union all select 0, 0, 0, 0, 0, 0, 0  -- an order without anything to deliver counts as delivered
        ) as q
    ) as d
    where o.id = s.id
$$;

-- How far the lines of an order have come, in units of what was ordered: quantity = canceled + waiting + assigned + shipped. A
-- kit has come as far as its last component; one that will not be whole any more counts as canceled. What waits is
-- promised for the day of its last component. Lines without anything to deliver have no row. Called by: the order page, the API, the customer's page
create or replace function orders.progress(p_order_id bigint)
returns table (line_id bigint, canceled int, waiting int, assigned int, shipped int, delivered int, promised_on date)
language sql stable security definer set search_path = pg_catalog, pg_temp
as $$
    select w.line_id, w.quantity - w.kept, w.kept - w.taken, w.taken - w.shipped, w.shipped, w.delivered, w.promised_on
    from (
        select l.id as line_id, l.quantity,
               min((d.wanted - d.canceled) / c.per_unit) as kept,
               min((d.allocated + d.released + d.shipped) / c.per_unit) as taken,
               min(d.shipped / c.per_unit) as shipped,
               min(d.delivered / c.per_unit) as delivered,
               case when bool_and(d.unrouted + d.backordered = 0 or p.day is not null) then max(p.day) end as promised_on
        from orders.lines as l
        join orders.components as c on c.line_id = l.id
        join demand.lines as d on d.id = c.demand_line_id
        cross join lateral (select demand.promised_on(d.id) as day) as p
        where l.order_id = p_order_id
        group by l.id
    ) as w
$$;

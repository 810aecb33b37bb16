-- Which units to take out of the work on a request, so that of each demand line [{demand_line_id, quantity}] as many are free
-- again: what waits for stock counts first, then the work that has come least far, and of it what is not picked.
-- Called by: fulfillment.cancel_lines
create or replace function fulfillment._takes(p_request_id bigint, p_lines jsonb)
returns table (order_id bigint, line_id bigint, quantity int, picked int)
language sql stable security definer set search_path = pg_catalog, pg_temp
as $$
    with wanted as (
        select d.id as demand_line_id, sum(w.quantity)::int - least(sum(w.quantity)::int, d.unrouted + d.backordered) as quantity
        from jsonb_to_recordset(p_lines) as w (demand_line_id bigint, quantity int)
        join demand.lines as d on d.id = w.demand_line_id and d.request_id = p_request_id
        group by d.id
    ), work as (
        select o.id as order_id, l.id as line_id, l.demand_line_id, l.quantity - l.short as units,
               l.quantity - l.short - l.picked as unpicked,
               sum(l.quantity - l.short) over (partition by l.demand_line_id order by array_position(
                   '{planned,released,accepted,picking,picked,packed,ready_for_pickup}', o.state), l.id) as so_far
        from fulfillment.orders as o join fulfillment.lines as l on l.order_id = o.id
        where o.request_id = p_request_id and o.ended_at is null
    )
    select k.order_id, k.line_id, t.quantity, greatest(t.quantity - k.unpicked, 0)
    from work as k join wanted as w using (demand_line_id),
        lateral (select least(k.units, w.quantity - (k.so_far - k.units))::int as quantity) as t
    where t.quantity > 0
    order by k.order_id, k.line_id
$$;

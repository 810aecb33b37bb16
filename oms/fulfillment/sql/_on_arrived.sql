-- Trigger: work has been delivered, or is ready for pickup. The promises of the lines that have so arrived as a whole are scored, by
-- the days of the places they came from; a parcel arrived on the day its carrier says.
create or replace function fulfillment._on_arrived() returns trigger
language plpgsql security definer set search_path = pg_catalog, pg_temp
as $$
begin
    perform routing.score_promises(jsonb_agg(a))
    from (
        select w.demand_line_id as line_id,
               max((o.released_at at time zone l.time_zone)::date) as released_on,
               max((coalesce(o.ended_at, db.now()) at time zone l.time_zone)::date) as left_on,
               max((coalesce(p.delivered_at, o.updated_at) at time zone l.time_zone)::date) as arrived_on
        from fulfillment.lines as w
        join demand.lines as d on d.id = w.demand_line_id and d.unrouted + d.backordered = 0
        join fulfillment.orders as o on o.id = w.order_id and o.state not in ('rejected', 'canceled', 'returned_to_stock')
        join inventory.locations as l on l.id = o.location_id
        left join lateral (
            select max(k.delivered_at) as delivered_at from fulfillment.packages as k
            where k.order_id = o.id and k.state = 'handed_over') as p on true
        where w.quantity > w.short
            and w.demand_line_id in (select n.demand_line_id from fulfillment.lines as n where n.order_id = new.id)
        group by w.demand_line_id
        having bool_and(o.state in ('delivered', 'ready_for_pickup', 'collected'))
    ) as a;
    return null;
end
$$;

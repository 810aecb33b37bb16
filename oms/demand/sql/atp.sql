-- What of a SKU can be promised from which day on, at a location or at all that the actor may see: available, plus what is
-- expected and not promised yet, less what waits without a promise. A delivery that is late counts from tomorrow on.
-- Returns one row for today and one for each day it changes. Called by: the page of a SKU, the API
create or replace function demand.atp(p_variant_id bigint, p_location_id int default null) returns table (day date, quantity int)
language sql stable security definer set search_path = pg_catalog, pg_temp
as $$
    with mine as (
        select o.id from inventory.locations as o
        where (db.sees_all() or o.id = any (db.locations())) and o.id = coalesce(p_location_id, o.id) and o.is_active
    ), unpromised as (
        select coalesce(sum(l.unrouted + l.backordered - coalesce(p.quantity, 0)), 0) as quantity
        from demand.lines as l join demand.requests as r on r.id = l.request_id left join lateral (
            select sum(p.quantity) as quantity from demand.pegs as p where p.line_id = l.id and p.state in ('pegged', 'arrived')
        ) as p on true
        where p_location_id is null and l.variant_id = p_variant_id and l.unrouted + l.backordered > 0 and not r.is_canceled
    ), supply as (
        select db.today() as day, greatest(l.available, 0) as quantity
        from inventory.stock as l where l.variant_id = p_variant_id and l.location_id in (select m.id from mine as m)
        union all
        select greatest(i.expected_on, db.today() + 1), n.open - n.pegged
        from inventory.incoming_lines as n join inventory.incoming as i on i.id = n.incoming_id
        where n.variant_id = p_variant_id and n.open > n.pegged and i.location_id in (select m.id from mine as m)
        union all
        select db.today(), 0
    )
    select s.day, greatest(sum(sum(s.quantity)) over (order by s.day) - (select u.quantity from unpromised as u), 0)::int
    from supply as s group by s.day order by s.day
$$;

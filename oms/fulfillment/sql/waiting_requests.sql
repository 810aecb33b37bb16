-- Requests with a line that waits for a SKU that some location could now serve it from, or whose promised stock has arrived, in
-- order of promise: the day promised, when it was ordered, which came first. A location that refused the request, or did not
-- find the goods, counts again when stock has been received or counted there; one that the routing rules left out, after an
-- hour. Called by: the backorders task
create or replace function fulfillment.waiting_requests(p_limit int default 200) returns bigint[]
language sql stable security definer set search_path = pg_catalog, pg_temp
as $$
    select coalesce(array_agg(w.request_id order by w.promised_on nulls last, w.wanted_at, w.request_id), '{}')
    from (
        select l.request_id, r.wanted_at, min(demand.promised_on(l.id)) as promised_on
        from demand.lines as l join demand.requests as r on r.id = l.request_id
        where l.unrouted + l.backordered > 0 and not r.is_canceled and coalesce(l.not_before, '-infinity') <= db.today() and (
            exists (select from demand.pegs as p where p.line_id = l.id and p.state = 'arrived')
            or exists (
                select from inventory.stock as v join inventory.locations as o on o.id = v.location_id
                where v.variant_id = l.variant_id and v.available > 0 and demand._serves(r, o.id)
                    and not jsonb_exists(routing._excluded_before(r.id), o.id::text)
                    and not exists (
                        select from routing.waits as w
                        where w.request_id = r.id and o.id = any (w.location_ids) and w.tried_at > db.now() - interval '1 hour')))
        group by l.request_id, r.wanted_at order by 3 nulls last, 2, 1 limit p_limit
    ) as w
$$;

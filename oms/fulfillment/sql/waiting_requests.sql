-- Requests with a line that waits for a SKU that some location could now serve it from, oldest first. A location that
-- refused the request, or did not find the goods, counts again when stock has been received or counted there.
-- Called by: the backorders task
create or replace function fulfillment.waiting_requests(p_limit int default 200) returns bigint[]
language sql stable security definer set search_path = pg_catalog, pg_temp
as $$
    select coalesce(array_agg(w.request_id order by w.request_id), '{}')
    from (
        select distinct l.request_id
        from demand.lines as l join demand.requests as r on r.id = l.request_id
        where l.unrouted + l.backordered > 0 and not r.is_canceled and exists (
            select from inventory.levels as v join inventory.locations as o on o.id = v.location_id
            where v.variant_id = l.variant_id and v.on_hand - v.reserved - v.safety - v.unavailable > 0 and o.is_active
                and case r.method when 'pickup' then o.id = r.location_id
                    else o.ships and (r.source_location_ids is null or o.id = any (r.source_location_ids)) end
                and not jsonb_exists(routing._excluded_before(r.id), o.id::text))
        order by l.request_id limit p_limit
    ) as w
$$;

-- The locations that earlier work on a request ruled out {location id: reason}: they rejected it or could not find it, and
-- none of what it waits for has been received or counted there since.
-- Called by: routing.route, fulfillment.waiting_requests
create or replace function routing._excluded_before(p_request_id bigint) returns jsonb
language sql stable security definer set search_path = pg_catalog, pg_temp
as $$
    select coalesce(jsonb_object_agg(o.value ->> 'id', o.value ->> 'excluded'), '{}')
    from (
        select d.inputs, d.decided_at from routing.decisions as d where d.request_id = p_request_id order by d.id desc limit 1
    ) as d
    cross join jsonb_array_elements(d.inputs -> 'locations') as o
    where o.value ->> 'excluded' in ('rejected', 'short_picked') and not exists (
        select from inventory.movements as m
        where m.location_id = (o.value ->> 'id')::int and m.quantity > 0 and m.moved_at > d.decided_at
            and m.variant_id in (
                select l.variant_id from demand.lines as l
                where l.request_id = p_request_id and l.unrouted + l.backordered > 0))
$$;

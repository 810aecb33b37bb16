-- The locations that earlier work on a request ruled out {location id: reason}: they rejected it or could not find it.
-- Called by: routing.route
create or replace function routing._excluded_before(p_request_id bigint) returns jsonb
language sql stable security definer set search_path = pg_catalog, pg_temp
as $$
    select coalesce(jsonb_object_agg(o.value ->> 'id', o.value ->> 'excluded'), '{}')
    from (select d.inputs from routing.decisions as d where d.request_id = p_request_id order by d.id desc limit 1) as d
    cross join jsonb_array_elements(d.inputs -> 'locations') as o
    where o.value ->> 'excluded' in ('rejected', 'short_picked')
$$;

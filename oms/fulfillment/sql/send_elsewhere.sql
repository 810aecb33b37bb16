-- Have everything that is to be shipped from a location and was not begun there sent from elsewhere: a task for each request, so that
-- one that fails stops no other. Returns how many. Raises: OM403. Called by: the page of a location
create or replace function fulfillment.send_elsewhere(p_location_id int) returns int
language plpgsql security definer set search_path = pg_catalog, pg_temp
as $$
declare
    v_request_ids bigint[] := array(
        select distinct o.request_id from fulfillment.orders as o
        where o.location_id = p_location_id and o.method = 'ship' and o.state in ('planned', 'released') and o.request_id is not null
        order by o.request_id);
begin
    perform db.require_location(p_location_id);
    perform tasks.enqueue('fulfillment.elsewhere', jsonb_build_object('request_id', r.id, 'location_id', p_location_id))
    from unnest(v_request_ids) as r (id);
    return cardinality(v_request_ids);
end
$$;

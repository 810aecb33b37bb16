-- Take a request back from all its locations, to be routed anew, where none has begun. Locks: request, lines, levels.
-- Raises: OM316 somebody has begun. Called by: orders._redirect
create or replace function fulfillment.withdraw(p_request_id bigint) returns void
language plpgsql security definer set search_path = pg_catalog, pg_temp
as $$
declare
    v_begun record;
begin
    perform demand.lock_request(p_request_id);
    select o.number, l.name as place into v_begun
    from fulfillment.orders as o join inventory.locations as l on l.id = o.location_id
    where o.request_id = p_request_id and o.state not in ('planned', 'released', 'rejected', 'canceled', 'returned_to_stock')
    order by o.id limit 1;
    if found then
        raise exception using errcode = 'OM316', message = 'somebody has begun', detail = to_jsonb(v_begun)::text;
    end if;
    perform fulfillment.take_back(p_request_id, 'changed');
end
$$;

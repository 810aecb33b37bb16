-- Take a request back from all its locations, to be routed anew, where none has begun. Locks: request, lines, levels.
-- Raises: OM316 somebody has begun. Called by: orders._redirect
create or replace function fulfillment.withdraw(p_request_id bigint) returns void
language plpgsql security definer set search_path = pg_catalog, pg_temp
as $$
declare
    v_order fulfillment.orders;
begin
    perform demand.lock_request(p_request_id);
    for v_order in
        select o.* from fulfillment.orders as o
        where o.request_id = p_request_id and o.state not in ('rejected', 'canceled', 'returned_to_stock') order by o.id
    loop
        if v_order.state not in ('planned', 'released') then
            raise exception using errcode = 'OM316', message = 'somebody has begun', detail = (
                select jsonb_build_object('number', v_order.number, 'place', l.name)::text
                from inventory.locations as l where l.id = v_order.location_id);
        end if;
        perform fulfillment._transition(v_order.id, 'canceled', '{"reason": "changed"}');
        perform demand.deallocate(l.allocation_id, l.quantity - l.short)
        from (select f.* from fulfillment.lines as f where f.order_id = v_order.id order by f.variant_id, f.id) as l;
    end loop;
end
$$;

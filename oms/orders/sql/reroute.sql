-- Choose sources again for what waits of an order, also among locations that rejected it or could not find it before.
-- Returns how many units still wait. Locks: request, order, lines, levels. Raises: OM404, OM303 already over.
-- Called by: the order page
create or replace function orders.reroute(p_order_id bigint) returns int
language plpgsql security definer set search_path = pg_catalog, pg_temp
as $$
declare
    v_order orders.orders := orders._lock(p_order_id);
begin
    if v_order.state <> 'placed' then
        raise exception using errcode = 'OM303', message = 'order is over', detail = jsonb_build_object('number', v_order.number)::text;
    end if;
    perform routing.route(v_order.request_id, '{}', true);
    perform fulfillment.plan(v_order.request_id);
    return (select coalesce(sum(l.unrouted + l.backordered), 0)::int from demand.lines as l where l.request_id = v_order.request_id);
end
$$;

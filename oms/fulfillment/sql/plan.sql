-- Make fulfillment orders for allocations that have none, one per location; releases them where the request is released.
-- Locks: request. Called by: orders.place, fulfillment.short, fulfillment.reject, fulfillment.retry_backorders
create or replace function fulfillment.plan(p_request_id bigint) returns void
language plpgsql security definer set search_path = pg_catalog, pg_temp
as $$
declare
    v_request demand.requests := demand.lock_request(p_request_id);
    v_location_id int;
    v_order_id bigint;
begin
    for v_location_id in
        select distinct a.location_id
        from demand.allocations as a join demand.lines as l on l.id = a.line_id
        where l.request_id = p_request_id and a.state in ('allocated', 'released')
            and not exists (select from fulfillment.lines as f where f.allocation_id = a.id)
        order by a.location_id
    loop
        insert into fulfillment.orders (request_id, location_id, number, method, created_at, updated_at)
        select p_request_id, v_location_id, v_request.reference || '-' || count(*) + 1, v_request.method, db.now(), db.now()
        from fulfillment.orders as o where o.request_id = p_request_id
        returning id into v_order_id;
        insert into fulfillment.lines (order_id, demand_line_id, allocation_id, variant_id, quantity)
        select v_order_id, a.line_id, a.id, a.variant_id, a.quantity
        from demand.allocations as a join demand.lines as l on l.id = a.line_id
        where l.request_id = p_request_id and a.location_id = v_location_id and a.state in ('allocated', 'released')
            and not exists (select from fulfillment.lines as f where f.allocation_id = a.id)
        order by a.id;
    end loop;
    if v_request.is_released then
        perform fulfillment.release(p_request_id);
    end if;
end
$$;

-- Another fulfillment order like this one, without lines, that nobody has accepted. Called by: fulfillment.split
create or replace function fulfillment._twin(p_order fulfillment.orders) returns fulfillment.orders
language plpgsql security definer set search_path = pg_catalog, pg_temp
as $$
declare
    v_new fulfillment.orders;
begin
    insert into fulfillment.orders (request_id, location_id, number, method, created_at, updated_at)
    select p_order.request_id, p_order.location_id, r.reference || '-' || (
        select count(*) + 1 from fulfillment.orders as o where o.request_id = p_order.request_id), p_order.method, db.now(), db.now()
    from demand.requests as r where r.id = p_order.request_id
    returning * into v_new;
    if p_order.state <> 'planned' then
        update fulfillment.orders set released_at = p_order.released_at, due_at = p_order.due_at where id = v_new.id;
        perform fulfillment._transition(v_new.id, 'released');
    end if;
    return v_new;
end
$$;

-- Take a request back from the locations that have not begun it; what is under way there may be finished, but not leave.
-- Locks: request, lines. Called by: orders.hold
create or replace function fulfillment.recall(p_request_id bigint) returns void
language plpgsql security definer set search_path = pg_catalog, pg_temp
as $$
declare
    v_order_ids bigint[];
    v_order_id bigint;
begin
    perform demand.lock_request(p_request_id);
    v_order_ids := array(select o.id from fulfillment.orders as o where o.request_id = p_request_id and o.state = 'released' order by o.id);
    perform demand.recall(p_request_id, array(select l.allocation_id from fulfillment.lines as l where l.order_id = any (v_order_ids)));
    foreach v_order_id in array v_order_ids loop
        update fulfillment.orders set released_at = null, due_at = null where id = v_order_id;
        perform fulfillment._transition(v_order_id, 'planned');
    end loop;
end
$$;

-- Nobody wants these quantities [{demand_line_id, quantity}] of a request any more. What waits for stock goes first, then what has
-- come least far; a fulfillment order with nothing left to do is canceled. The stock is available again, but for what was picked
-- where `p_restocks` is false: that is set aside.
-- Locks: request, lines, levels. Raises: OM311 it waits on a shelf, lines_quantities_not_negative more than is open.
-- Called by: orders.cancel_lines
create or replace function fulfillment.cancel_lines(p_request_id bigint, p_lines jsonb, p_restocks boolean default true) returns void
language plpgsql security definer set search_path = pg_catalog, pg_temp
as $$
declare
    v_request demand.requests := demand.lock_request(p_request_id);
    v_work record;
begin
    perform fulfillment._lock_to_give_back(p_request_id, p_restocks);
    for v_work in
        select o as work, jsonb_agg(to_jsonb(t)) as takes, sum(t.quantity) as quantity,
               (select sum(l.quantity - l.short) from fulfillment.lines as l where l.order_id = o.id) as units
        from fulfillment._takes(p_request_id, p_lines) as t join fulfillment.orders as o on o.id = t.order_id
        group by o.id order by o.id
    loop
        perform demand.deallocate(l.allocation_id, t.quantity)
        from jsonb_to_recordset(v_work.takes) as t (line_id bigint, quantity int) join fulfillment.lines as l on l.id = t.line_id;
        perform fulfillment._set_aside(jsonb_agg(jsonb_build_object(
            'variant_id', l.variant_id, 'location_id', (v_work.work).location_id, 'quantity', t.picked)), v_request.reference)
        from jsonb_to_recordset(v_work.takes) as t (line_id bigint, picked int) join fulfillment.lines as l on l.id = t.line_id
        having not p_restocks;
        if v_work.quantity = v_work.units then
            perform fulfillment._void_packages((v_work.work).id);
            perform fulfillment._transition((v_work.work).id, 'canceled');
        else
            perform fulfillment._reduce(v_work.work, v_work.takes);
        end if;
    end loop;
    perform demand.cancel_line(w.demand_line_id, w.quantity)
    from jsonb_to_recordset(p_lines) as w (demand_line_id bigint, quantity int) order by w.demand_line_id;
end
$$;

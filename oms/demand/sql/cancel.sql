-- Cancel what has not shipped: allocations are given back, the rest is canceled. Called by: fulfillment.cancel
create or replace function demand.cancel(p_request_id bigint) returns void
language plpgsql security definer set search_path = pg_catalog, pg_temp
as $$
declare
    v_allocation record;
begin
    perform demand.redeem_pegs(p_request_id, true);  -- so that what has arrived is given back like all else
    for v_allocation in
        select a.id, a.quantity from demand.allocations as a join demand.lines as l on l.id = a.line_id
        where l.request_id = p_request_id and a.state in ('allocated', 'released')
        order by a.variant_id, a.location_id, a.id
    loop
        perform demand.deallocate(v_allocation.id, v_allocation.quantity);
    end loop;
    perform demand.cancel_unrouted(p_request_id);
    update demand.requests set is_canceled = true where id = p_request_id;
end
$$;

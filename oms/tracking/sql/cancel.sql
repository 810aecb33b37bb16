-- The customer cancels their order, as long as nobody may work on it yet. Locks: request, order, lines, levels.
-- Raises: OM910 too late, OM404, OM303. Called by: the customer's page
create or replace function tracking.cancel(p_order_id bigint) returns void
language plpgsql security definer set search_path = pg_catalog, pg_temp
as $$
declare
    v_order orders.orders := orders._lock(p_order_id);
begin
    if exists (select from demand.requests as r where r.id = v_order.request_id and r.is_released) then
        raise exception using errcode = 'OM910', message = 'released meanwhile';
    end if;
    perform orders.cancel(p_order_id, 'customer');
end
$$;

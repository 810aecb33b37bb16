-- Take a released fulfillment order on. Raises: OM404, OM403, OM506 somebody has, orders_fulfillment_transition_lawful.
-- Called by: the pick page, the store's board
create or replace function fulfillment.accept(p_order_id bigint) returns void
language plpgsql security definer set search_path = pg_catalog, pg_temp
as $$
declare
    v_order fulfillment.orders := fulfillment._lock(p_order_id);
begin
    if v_order.state = 'picking' then  -- from there back to accepted is lawful, but it is give_back's to take
        raise exception using errcode = 'OM506', message = 'done already';
    end if;
    perform fulfillment._transition(p_order_id, 'accepted');
end
$$;

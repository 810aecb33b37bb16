-- Take a released fulfillment order on. Raises: OM404, OM403, orders_fulfillment_transition_lawful.
-- Called by: the pick list, the store's board
create or replace function fulfillment.accept(p_order_id bigint) returns void
language plpgsql security definer set search_path = pg_catalog, pg_temp
as $$
begin
    perform fulfillment._lock(p_order_id);
    perform fulfillment._transition(p_order_id, 'accepted');
end
$$;

-- Undo of accepting: somebody else may take it on. What was picked of it is put back on the shelf.
-- Raises: OM404, OM403, orders_fulfillment_transition_lawful, OM506 that is done already. Called by: the pick page, the store's board
create or replace function fulfillment.give_back(p_order_id bigint) returns void
language plpgsql security definer set search_path = pg_catalog, pg_temp
as $$
declare
    v_order fulfillment.orders := fulfillment._lock(p_order_id);
begin
    if v_order.state = 'picking' then
        perform fulfillment._transition(p_order_id, 'accepted');
    end if;
    perform fulfillment._transition(p_order_id, 'released');
    update fulfillment.lines set picked = 0 where order_id = p_order_id and picked > 0;
end
$$;

-- Undo of accepting: somebody else may take it on, or nobody while it is on hold. What was picked of it is put back on the shelf.
-- Raises: OM504 nobody has it, OM404, OM403. Called by: the pick page, the store's board
create or replace function fulfillment.give_back(p_order_id bigint) returns void
language plpgsql security definer set search_path = pg_catalog, pg_temp
as $$
declare
    v_order fulfillment.orders := fulfillment._lock(p_order_id);
begin
    if v_order.state not in ('accepted', 'picking') then
        raise exception using errcode = 'OM504', message = 'nobody has it';
    end if;
    if v_order.state = 'picking' then
        perform fulfillment._transition(p_order_id, 'accepted');
    end if;
    perform fulfillment._transition(p_order_id, 'released');
    update fulfillment.lines set picked = 0 where order_id = p_order_id and picked > 0;
    if not exists (select from demand.requests as r where r.id = v_order.request_id and r.is_released) then
        perform fulfillment.recall(v_order.request_id);
    end if;
end
$$;

-- Do what a change wants (see orders._wanted) to an order: add, cancel, redirect, add up, reserve and route. `p_hold_key` names what
-- is held for it. Locks: order, lines, payable, the hold, levels sorted.
-- Raises: as orders._chosen_lines, orders._cancel_units and orders._redirect, OM318 nothing would be left. Called by: orders._try_change, orders.confirm_change
create or replace function orders._apply_change(
    p_order orders.orders, p_wanted jsonb, p_reason text, p_hold_key text, p_refunds boolean default false
) returns void
language plpgsql security definer set search_path = pg_catalog, pg_temp
as $$
begin
    perform routing.excuse_promises(p_order.request_id);
    if p_wanted -> 'add' <> '[]' then
        perform orders._add_lines(p_order, jsonb_build_object('lines', p_wanted -> 'add'));
        perform orders._retotal(p_order.id);
    end if;
    if p_wanted ?| '{ship_to,delivery}' then
        perform orders._redirect(p_order, p_wanted);
    end if;
    if p_wanted -> 'cancel' <> '[]' then
        perform orders._cancel_units(p_order, orders._chosen_lines(p_order, p_wanted -> 'cancel'), true);
    end if;
    if exists (select from orders.orders as o where o.id = p_order.id and o.state = 'canceled') then
        raise exception using errcode = 'OM318', message = 'nothing would be left';
    end if;
    perform routing.route(p_order.request_id, '{}', p_wanted ? 'delivery', p_hold_key);
    perform fulfillment.plan(p_order.request_id);
    perform orders._request_refund(p_order, p_reason) where p_refunds;
end
$$;

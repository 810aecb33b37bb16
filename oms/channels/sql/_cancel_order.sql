-- Cancel an order of ours because its channel did; where it has left already, its timeline says so, once. Called by: channels.cancel
create or replace function channels._cancel_order(p_order_id bigint, p_reason text) returns void
language plpgsql security definer set search_path = pg_catalog, pg_temp
as $$
declare
    v_order orders.orders;
begin
    select o.* into strict v_order from orders.orders as o where o.id = p_order_id;
    if v_order.state = 'placed' and v_order.fulfillment_status not in ('fulfilled', 'delivered') then
        perform orders.cancel(p_order_id, p_reason);
    elsif v_order.state <> 'canceled' and v_order.cancel_reason = '' and not exists (
        select from history.events as e
        where e.subject = 'order' and e.subject_id = p_order_id and e.type = 'order.canceled_too_late'
    ) then
        perform history.record('order', p_order_id, 'order.canceled_too_late',
            jsonb_build_object('channel', v_order.channel, 'reason', p_reason));
    end if;
end
$$;

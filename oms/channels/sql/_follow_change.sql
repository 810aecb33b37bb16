-- Hold an order whose total its shop has changed since: what is on its way to be packed is no longer what was sold. Each new total
-- is told once. Locks: as orders.hold. Called by: channels.place
create or replace function channels._follow_change(p_order_id bigint, p_order jsonb) returns void
language plpgsql security definer set search_path = pg_catalog, pg_temp
as $$
declare
    v_order orders.orders;
begin
    select o.* into strict v_order from orders.orders as o where o.id = p_order_id;
    if coalesce(p_order ->> 'stated_total_minor', '') !~ '^[0-9]{1,11}$'
        or (p_order ->> 'stated_total_minor')::bigint = v_order.total_minor
        or v_order.state <> 'placed' or v_order.fulfillment_status in ('fulfilled', 'delivered')
        or exists (select from history.events as e
                   where e.subject = 'order' and e.subject_id = p_order_id and e.type = 'order.changed_on_channel'
                       and e.data -> 'total_minor' = p_order -> 'stated_total_minor')
    then
        return;
    end if;
    perform history.record('order', p_order_id, 'order.changed_on_channel', jsonb_build_object(
        'channel', v_order.channel, 'currency', v_order.currency, 'total_minor', p_order -> 'stated_total_minor'));
    perform orders.hold(p_order_id, 'customer_request');
end
$$;

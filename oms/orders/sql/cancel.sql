-- Cancel what has not left yet of an order: it is no longer due. Three choices: whether what was picked of it is available again
-- or set aside (`p_restocks`), whether to ask for the refund of what was paid beyond what is owed (`p_refunds`), and whether the
-- customer is told (`p_notifies`). `p_version` is the version the person saw.
-- Locks: request, order, lines, levels. Raises: OM404, OM409 changed meanwhile, OM303 already over.
-- Called by: the order page, the API, channels, the customer's page, orders.cancel_lines
create or replace function orders.cancel(
    p_order_id bigint, p_reason text, p_version int default null,
    p_restocks boolean default true, p_refunds boolean default false, p_notifies boolean default true
) returns void
language plpgsql security definer set search_path = pg_catalog, pg_temp
as $$
declare
    v_order orders.orders := orders._lock(p_order_id, p_version);
begin
    if v_order.state <> 'placed' or v_order.fulfillment_status in ('fulfilled', 'delivered') then
        raise exception using errcode = 'OM303', message = 'order is over', detail = jsonb_build_object('number', v_order.number)::text;
    end if;
    perform orders._keep_version(p_order_id, 'placed');
    update orders.orders set cancel_reason = p_reason where id = p_order_id;
    update orders.holds set released_at = db.now(), released_by = db.actor_name()
    where order_id = p_order_id and released_at is null;
    perform history.record('order', p_order_id, 'order.canceled', jsonb_build_object(
        'number', v_order.number, 'reason', p_reason, 'restocks', p_restocks, 'refunds', p_refunds, 'notifies', p_notifies));
    perform fulfillment.cancel(v_order.request_id, p_restocks);
    perform orders._keep_version(p_order_id, 'canceled');
    perform orders._request_refund(v_order, p_reason) where p_refunds;
end
$$;

-- Take up a canceled order again, as it was ordered: what is there of it is reserved, the rest waits for stock. `p_version` is the
-- version the person saw. Locks: request, order, lines, payable, levels sorted. Raises: OM404, OM409 changed meanwhile,
-- OM320 not canceled, OM321 money was given back. Called by: the order page
create or replace function orders.reopen(p_order_id bigint, p_reason text, p_version int default null) returns void
language plpgsql security definer set search_path = pg_catalog, pg_temp
as $$
declare
    v_order orders.orders := orders._lock(p_order_id, p_version);
begin
    if v_order.state <> 'canceled' then
        raise exception using errcode = 'OM320', message = 'not canceled', detail = jsonb_build_object('number', v_order.number)::text;
    elsif exists (select from payments.payables as p where p.id = v_order.payable_id and p.refunded_minor + p.voided_minor > 0) then
        raise exception using errcode = 'OM321', message = 'money was given back', detail = jsonb_build_object('number', v_order.number)::text;
    end if;
    update orders.orders set cancel_reason = '' where id = p_order_id;
    perform history.record('order', p_order_id, 'order.reopened', jsonb_build_object('number', v_order.number, 'reason', p_reason));
    perform demand.reopen(v_order.request_id);
    perform payments.waive(v_order.payable_id, 0);
    perform routing.route(v_order.request_id, '{}', true);
    perform fulfillment.plan(v_order.request_id);
    perform orders._release(o) from orders.orders as o where o.id = p_order_id;
    perform orders._keep_version(p_order_id, 'reopened');
end
$$;

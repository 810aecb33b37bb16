-- Put an order on hold for a reason: no location gets it, and where nobody has begun it is taken back. What is under way
-- may be finished but not leave. The same reason twice is one hold.
-- Locks: request, order, lines. Raises: OM404, OM303 already over, holds_reason_known. Called by: the order page, channels
create or replace function orders.hold(p_order_id bigint, p_reason text, p_note text default '') returns void
language plpgsql security definer set search_path = pg_catalog, pg_temp
as $$
declare
    v_order orders.orders := orders._lock(p_order_id);
begin
    if v_order.state <> 'placed' then
        raise exception using errcode = 'OM303', message = 'order is over', detail = jsonb_build_object('number', v_order.number)::text;
    end if;
    insert into orders.holds (order_id, reason, note, placed_by, placed_at)
    values (p_order_id, p_reason, p_note, db.actor_name(), db.now())
    on conflict (order_id, reason) where released_at is null do nothing;
    if found then
        perform history.record('order', p_order_id, 'order.held', jsonb_build_object('reason', p_reason, 'note', p_note));
        perform fulfillment.recall(v_order.request_id);
        perform orders._derive(p_order_id);
    end if;
end
$$;

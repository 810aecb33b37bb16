-- Record a payment fact of an order (see payments.record) and release it if that was what it waited for.
-- Returns whether the fact was new. `p_version` is the version the person saw. Locks: request, order, payable.
-- Raises: OM404, OM409 changed meanwhile, OM701 known with other figures, payables_money_in_order, events_*.
-- Called by: the order page, channels
create or replace function orders.record_payment(p_order_id bigint, p_event jsonb, p_version int default null) returns boolean
language plpgsql security definer set search_path = pg_catalog, pg_temp
as $$
declare
    v_order orders.orders := orders._lock(p_order_id, p_version);
begin
    if not payments.record(v_order.payable_id, p_event) then
        return false;
    end if;
    perform history.record('order', p_order_id, 'payment.' || (p_event ->> 'kind'), jsonb_build_object(
        'amount_minor', p_event -> 'amount_minor', 'currency', v_order.currency, 'gateway', p_event ->> 'gateway',
        'outcome', coalesce(p_event ->> 'outcome', 'succeeded'), 'note', coalesce(p_event ->> 'note', '')));
    perform orders._release(o) from orders.orders as o where o.id = p_order_id;
    return true;
end
$$;

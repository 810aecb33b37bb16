-- Ask for the refund of what was paid beyond what is owed, less what was asked for before: a payment fact of its own, which stays
-- open until somebody records that the money was given back. Locks: the payable.
-- Called by: orders.cancel, orders.cancel_lines
create or replace function orders._request_refund(p_order orders.orders, p_reason text) returns void
language plpgsql security definer set search_path = pg_catalog, pg_temp
as $$
declare
    v_asked record;
    v_due bigint := (orders._money(p_order.id) ->> 'refund_due_minor')::bigint;
    v_event jsonb;
begin
    select count(*) as times, coalesce(sum(e.amount_minor), 0) as amount_minor into v_asked
    from payments.events as e where e.payable_id = p_order.payable_id and e.kind = 'refund' and e.outcome = 'requested';
    v_due := v_due - greatest(v_asked.amount_minor - (
        select p.refunded_minor from payments.payables as p where p.id = p_order.payable_id), 0);
    if v_due <= 0 then
        return;
    end if;
    select jsonb_build_object('kind', 'refund', 'outcome', 'requested', 'amount_minor', v_due, 'gateway', e.gateway,
                              'reference', 'refund-' || p_order.number || '-' || v_asked.times + 1, 'note', p_reason)
    into v_event
    from payments.events as e where e.payable_id = p_order.payable_id and e.kind = 'capture' order by e.id desc limit 1;
    perform payments.record(p_order.payable_id, v_event);
    perform history.record('order', p_order.id, 'payment.refund', jsonb_build_object(
        'amount_minor', v_due, 'currency', p_order.currency, 'gateway', v_event ->> 'gateway', 'outcome', 'requested', 'note', ''));
end
$$;

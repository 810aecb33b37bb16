-- Record what a gateway or a channel said; the same fact twice is one. Returns whether it was new.
-- A capture without an authorization implies it. Shape: {kind, outcome, amount_minor, gateway, reference, note, occurred_at}.
-- Locks: the payable. Raises: OM404, OM701 known with other figures, payables_money_in_order, events_amount_positive, events_kind_known.
-- Called by: orders.place, orders.record_payment
create or replace function payments.record(p_payable_id bigint, p_event jsonb) returns boolean
language plpgsql security definer set search_path = pg_catalog, pg_temp
as $$
declare
    v_amount bigint := (p_event ->> 'amount_minor')::bigint;
    v_kind text := p_event ->> 'kind';
    v_outcome text := coalesce(p_event ->> 'outcome', 'succeeded');
begin
    perform from payments.payables as p where p.id = p_payable_id for update;
    if not found then
        raise exception using errcode = 'OM404', message = 'no such payable';
    end if;
    insert into payments.events (payable_id, kind, outcome, amount_minor, gateway, gateway_reference, note, actor, occurred_at, recorded_at)
    values (p_payable_id, v_kind, v_outcome, v_amount, p_event ->> 'gateway', p_event ->> 'reference',
            coalesce(p_event ->> 'note', ''), db.actor(), coalesce((p_event ->> 'occurred_at')::timestamptz, db.now()), db.now())
    on conflict (gateway, gateway_reference, kind, outcome) do nothing;
    if not found then
        perform payments._require_same(p_payable_id, p_event);
        return false;
    end if;
    if v_outcome <> 'succeeded' then
        return true;
    end if;
    update payments.payables as p
    set authorized_minor = case v_kind
            when 'authorize' then p.authorized_minor + v_amount
            when 'capture' then greatest(p.authorized_minor, p.captured_minor + p.voided_minor + v_amount)
            else p.authorized_minor end,
        captured_minor = p.captured_minor + case v_kind when 'capture' then v_amount else 0 end,
        refunded_minor = p.refunded_minor + case when v_kind in ('refund', 'chargeback') then v_amount
                                                 when v_kind = 'reversal' then -v_amount else 0 end,
        voided_minor = p.voided_minor + case v_kind when 'void' then v_amount else 0 end
    where p.id = p_payable_id;
    return true;
end
$$;

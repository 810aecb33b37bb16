-- Bring an order's payments up to what its shop says they come to, given as the facts so far. What is ours already, or larger
-- here, stays: news may arrive late and twice. Locks: request, order, payable. Called by: channels.place
create or replace function channels._follow_payments(p_order_id bigint, p_payments jsonb) returns void
language plpgsql security definer set search_path = pg_catalog, pg_temp
as $$
declare
    v_fact record;
    v_new bigint;
begin
    for v_fact in
        select p.value ->> 'kind' as kind, sum((p.value ->> 'amount_minor')::bigint) as amount,
               min(p.value ->> 'gateway') as gateway, min(p.value ->> 'reference') as reference, max(p.value ->> 'occurred_at') as occurred_at
        from jsonb_array_elements(case jsonb_typeof(p_payments) when 'array' then p_payments else '[]' end) as p
        where p.value ->> 'kind' in ('authorize', 'capture', 'void', 'refund')
            and p.value ->> 'amount_minor' ~ '^0*[1-9][0-9]{0,10}$'
        group by p.value ->> 'kind'
        order by array_position(array['authorize', 'capture', 'void', 'refund'], p.value ->> 'kind')
    loop
        select case v_fact.kind
            when 'authorize' then v_fact.amount - p.authorized_minor
            when 'capture' then v_fact.amount - p.captured_minor
            when 'void' then least(v_fact.amount, p.authorized_minor - p.captured_minor) - p.voided_minor
            else least(v_fact.amount, p.captured_minor) - p.refunded_minor end
        into strict v_new
        from payments.payables as p join orders.orders as o on o.payable_id = p.id where o.id = p_order_id;
        if v_new > 0 then
            perform orders.record_payment(p_order_id, jsonb_build_object(
                'kind', v_fact.kind, 'amount_minor', v_new, 'gateway', v_fact.gateway,
                'reference', format('%s up to %s', v_fact.reference, v_fact.amount), 'occurred_at', v_fact.occurred_at));
        end if;
    end loop;
end
$$;

-- What does not add up in a completed order whose amounts can be read: the channel's total against ours, a discount larger than
-- what it is on, refunds larger than payments. Called by: channels._prepare
create or replace function channels._sum_problems(p_order jsonb) returns jsonb
language sql stable security definer set search_path = pg_catalog, pg_temp
as $$
    with line as (
        select l.position - 1 as index, coalesce((l.value ->> 'discount_minor')::bigint, 0) as discount,
               (l.value ->> 'quantity')::bigint * (l.value ->> 'unit_price_minor')::bigint as gross
        from jsonb_array_elements(p_order -> 'lines') with ordinality as l (value, position)
    ), paid as (
        select coalesce(sum((p.value ->> 'amount_minor')::bigint) filter (where p.value ->> 'kind' = 'authorize'), 0) as authorized,
               coalesce(sum((p.value ->> 'amount_minor')::bigint) filter (where p.value ->> 'kind' = 'capture'), 0) as captured,
               coalesce(sum((p.value ->> 'amount_minor')::bigint) filter (where p.value ->> 'kind' in ('refund', 'chargeback')), 0) as refunded,
               coalesce(sum((p.value ->> 'amount_minor')::bigint) filter (where p.value ->> 'kind' = 'void'), 0) as voided,
               coalesce(bool_or(p.value ->> 'kind' not in ('authorize', 'capture', 'refund', 'chargeback', 'void')), false) as is_strange
        from jsonb_array_elements(coalesce(p_order -> 'payments', '[]')) as p
    ), problem (reason) as (
        select jsonb_build_object('code', 'discount_too_large', 'pointer', format('/lines/%s/discount_minor', l.index), 'line', l.index + 1)
        from line as l where l.discount > l.gross
        union all
        select jsonb_build_object('code', 'discount_too_large', 'pointer', '/discount_minor')
        from (select sum(l.gross - least(l.discount, l.gross)) as rest from line as l) as s
        where (p_order ->> 'discount_minor')::bigint > s.rest
        union all
        select jsonb_build_object('code', 'total_mismatch', 'pointer', '/stated_total_minor', 'currency', p_order ->> 'currency',
                                  'stated', (p_order ->> 'stated_total_minor')::bigint, 'computed', t.total_minor)
        from orders.totals(p_order) as t where (p_order ->> 'stated_total_minor')::bigint <> t.total_minor
        union all
        select jsonb_build_object('code', 'negative_total', 'pointer', '/stated_total_minor', 'currency', p_order ->> 'currency',
                                  'computed', t.total_minor)
        from orders.totals(p_order) as t where t.total_minor < 0
        union all
        select jsonb_build_object('code', 'bad_payment', 'pointer', '/payments')
        from paid as p
        where p.is_strange or p.refunded > p.captured or p.voided > greatest(p.authorized - p.captured, 0)
    )
    select coalesce(jsonb_agg(p.reason), '[]') from problem as p
$$;

-- Every amount and quantity of a completed order that is missing or can't be read. Within the limits here no sum can overflow.
-- Called by: channels._prepare
create or replace function channels._amount_problems(p_order jsonb) returns setof jsonb
language sql stable security definer set search_path = pg_catalog, pg_temp
as $$
    with line as (
        select l.value, l.position - 1 as index, format('/lines/%s', l.position - 1) as pointer
        from jsonb_array_elements(p_order -> 'lines') with ordinality as l (value, position)
    ), charge as (
        select c.value, format('/charges/%s', c.position - 1) as pointer
        from jsonb_array_elements(coalesce(p_order -> 'charges', '[]')) with ordinality as c (value, position)
    ), tax as (
        select t.value, format('%s/taxes/%s', i.pointer, t.position - 1) as pointer
        from (select l.value, l.pointer from line as l union all select c.value, c.pointer from charge as c) as i
        cross join jsonb_array_elements(coalesce(i.value -> 'taxes', '[]')) with ordinality as t (value, position)
    ), amount (code, pointer, value, pattern) as (
        select 'bad_quantity', l.pointer || '/quantity', l.value -> 'quantity', '^0*[1-9][0-9]{0,4}$' from line as l
        union all
        select case when l.value ? 'unit_price_minor' then 'bad_price' else 'missing_price' end,
               l.pointer || '/unit_price_minor', l.value -> 'unit_price_minor', '^[0-9]{1,11}$' from line as l
        union all
        select 'bad_amount', l.pointer || '/discount_minor', l.value -> 'discount_minor', '^[0-9]{1,11}$'
        from line as l where l.value ? 'discount_minor'
        union all
        select 'bad_amount', c.pointer || '/amount_minor', c.value -> 'amount_minor',
               case when c.value ->> 'kind' = 'adjustment' then '^-?[0-9]{1,11}$' else '^[0-9]{1,11}$' end from charge as c
        union all
        select 'bad_tax', t.pointer || '/amount_minor', t.value -> 'amount_minor', '^[0-9]{1,11}$' from tax as t
        union all
        select 'bad_tax', t.pointer || '/rate', t.value -> 'rate', '^[0-9](\.[0-9]{1,12})?$' from tax as t
        union all
        select 'bad_tax', t.pointer || '/name', t.value -> 'name', '.' from tax as t
        union all
        select 'bad_amount', '/discount_minor', p_order -> 'discount_minor', '^[0-9]{1,11}$' where p_order ? 'discount_minor'
        union all
        select 'bad_amount', '/stated_total_minor', p_order -> 'stated_total_minor', '^[0-9]{1,11}$'
        where p_order ? 'stated_total_minor'
        union all
        select 'bad_payment', format('/payments/%s/amount_minor', p.position - 1), p.value -> 'amount_minor', '^0*[1-9][0-9]{0,10}$'
        from jsonb_array_elements(coalesce(p_order -> 'payments', '[]')) with ordinality as p (value, position)
    )
    select jsonb_strip_nulls(jsonb_build_object('code', a.code, 'pointer', a.pointer, 'value', left(a.value #>> '{}', 100),
        'line', substring(a.pointer from '^/lines/([0-9]+)')::int + 1))
    from amount as a
    where coalesce(a.value #>> '{}', '') !~ a.pattern
$$;

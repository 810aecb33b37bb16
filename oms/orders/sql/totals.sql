-- What an order in our own form adds up to, in minor units: lines, discounts, charges, taxes and the total.
-- Called by: orders._header, channels._problems
create or replace function orders.totals(
    p_order jsonb, out lines_minor bigint, out discount_minor bigint, out charges_minor bigint, out tax_minor bigint, out total_minor bigint
)
language sql immutable set search_path = pg_catalog, pg_temp
as $$
    with line as (
        select sum((l.value ->> 'quantity')::bigint * (l.value ->> 'unit_price_minor')::bigint) as gross,
               sum(coalesce((l.value ->> 'discount_minor')::bigint, 0)) as discount
        from jsonb_array_elements(coalesce(p_order -> 'lines', '[]')) as l
    ), charge as (
        select sum((c.value ->> 'amount_minor')::bigint) as amount
        from jsonb_array_elements(coalesce(p_order -> 'charges', '[]')) as c
    ), tax as (
        select sum((t.value ->> 'amount_minor')::bigint) as amount
        from jsonb_array_elements(coalesce(p_order -> 'lines', '[]') || coalesce(p_order -> 'charges', '[]')) as i
        cross join jsonb_array_elements(coalesce(i.value -> 'taxes', '[]')) as t
    ), parts as (
        select coalesce(line.gross, 0)::bigint as lines,
               (coalesce(line.discount, 0) + coalesce((p_order ->> 'discount_minor')::bigint, 0))::bigint as discount,
               coalesce(charge.amount, 0)::bigint as charges, coalesce(tax.amount, 0)::bigint as tax
        from line, charge, tax
    )
    select p.lines, p.discount, p.charges, p.tax, p.lines - p.discount + p.charges
        + case when coalesce((p_order ->> 'tax_included')::boolean, false) then 0 else p.tax end
    from parts as p
$$;

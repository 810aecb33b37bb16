-- What speaks against each line of a completed order: no SKU where something must be delivered, a SKU we don't know or no longer
-- sell, no title, or that the channel has delivered it or taken it off already. Called by: channels._problems
create or replace function channels._line_problems(p_order jsonb) returns setof jsonb
language sql stable security definer set search_path = pg_catalog, pg_temp
as $$
    with line as (
        select l.position - 1 as index, coalesce(l.value ->> 'sku', '') as sku, coalesce(l.value ->> 'title', '') as title, v.id, v.is_active,
               coalesce(to_jsonb(v.requires_shipping), l.value -> 'requires_shipping', 'true') <> 'false' as is_delivered,
               coalesce(l.value ->> 'fulfilled_quantity', '0') as fulfilled, coalesce(l.value ->> 'removed_quantity', '0') as removed
        from jsonb_array_elements(p_order -> 'lines') with ordinality as l (value, position)
        left join catalog.variants as v on v.sku = l.value ->> 'sku'
    ), problem as (
        select l.*, p.code, p.field
        from line as l cross join lateral (values
            ('missing_sku', 'sku', l.sku = '' and l.is_delivered),
            ('unknown_sku', 'sku', l.sku <> '' and l.id is null),
            ('inactive_sku', 'sku', not l.is_active),
            ('missing_title', 'title', l.title = '' and l.sku = ''),
            ('already_fulfilled', 'fulfilled_quantity', l.fulfilled <> '0' and l.is_delivered),
            ('removed', 'removed_quantity', l.removed <> '0')
        ) as p (code, field, holds)
        where p.holds
    )
    select jsonb_strip_nulls(jsonb_build_object(
        'code', p.code, 'pointer', format('/lines/%s/%s', p.index, p.field), 'line', p.index + 1, 'sku', p.sku, 'title', p.title,
        'fulfilled', nullif(p.fulfilled, '0'), 'removed', nullif(p.removed, '0')))
    from problem as p
    order by p.index
$$;

-- The change (see routing._hindrance) by which a location would have everything that is wanted, also above what a store keeps on
-- its floor; null when it has that. Called by: routing._hindrance
create or replace function routing._missing(p_inputs jsonb, p_place jsonb) returns jsonb
language sql immutable set search_path = pg_catalog, pg_temp
as $$
    with want as (
        select l.variant, l.sku, sum(l.quantity)::int + case when p_place ->> 'kind' = 'store' and p_inputs ->> 'method' = 'ship'
                   then coalesce((p_inputs #>> '{rules,keep_on_floor}')::int, 0) else 0 end as quantity
        from jsonb_to_recordset(p_inputs -> 'lines') as l (variant text, sku text, quantity int) group by l.variant, l.sku
    ), missing as (
        select w.*, w.quantity - h.has as more
        from want as w cross join lateral (select coalesce((p_place #>> array['available', w.variant])::int, 0) as has) as h
        where w.quantity > h.has
    )
    select jsonb_build_object('why', 'stock', 'of', 'place', 'fact', 'available', 'from', p_place -> 'available',
        'to', p_place -> 'available' || jsonb_object_agg(m.variant, m.quantity),
        'missing', jsonb_agg(jsonb_build_object('sku', m.sku, 'quantity', m.more) order by m.sku))
    from missing as m having count(*) > 0
$$;

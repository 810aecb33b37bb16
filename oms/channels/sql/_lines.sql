-- The lines of a given order with what the catalog knows: our SKU for the channel's name of it, the title and the price where
-- none is given. A line that needs no delivery and whose SKU is not ours, such as a gift card, goes without SKU.
-- Called by: channels._complete
create or replace function channels._lines(p_channel channels.channels, p_order jsonb) returns jsonb
language sql stable security definer set search_path = pg_catalog, pg_temp
as $$
    select coalesce(jsonb_agg(l.value || jsonb_strip_nulls(jsonb_build_object(
        'sku', case when v.id is not null then v.sku
                    when l.value -> 'requires_shipping' = 'false' then ''
                    else trim(l.value ->> 'sku') end,
        'title', coalesce(nullif(trim(l.value ->> 'title'), ''), concat_ws(' - ', p.title, nullif(v.title, ''))),
        'unit_price_minor', coalesce(l.value -> 'unit_price_minor', to_jsonb(r.amount_minor))
    )) order by l.position), '[]')
    from jsonb_array_elements(case jsonb_typeof(p_order -> 'lines') when 'array' then p_order -> 'lines' else '[]' end)
        with ordinality as l (value, position)
    left join channels.sku_aliases as a on a.channel_id = p_channel.id and a.alias = trim(l.value ->> 'sku')
        and not exists (select from catalog.variants as x where x.sku = a.alias)
    left join catalog.variants as v on v.sku = coalesce(a.sku, trim(l.value ->> 'sku'))
    left join catalog.products as p on p.id = v.product_id
    left join catalog.prices as r
        on r.variant_id = v.id and r.currency = coalesce(nullif(p_order ->> 'currency', ''), p_channel.currency)
    where jsonb_typeof(l.value) = 'object'
$$;

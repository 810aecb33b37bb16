-- A given order with what its channel and our locations know where it says nothing: currency, language, tax mode, sources, stock
-- policy, the location of a pickup. What it can't read it leaves as it is, for channels._problems. Called by: channels._prepare
create or replace function channels._complete(p_channel channels.channels, p_order jsonb) returns jsonb
language sql stable security definer set search_path = pg_catalog, pg_temp
as $$
    with given as (
        select jsonb_strip_nulls(p_order) as o
    ), pickup as (
        select l.id
        from given as g join inventory.locations as l
            on (l.id::text = g.o #>> '{delivery,location_id}' or lower(g.o #>> '{delivery,location}') in (lower(l.code), lower(l.name)))
        where l.is_active and l.offers_pickup
        order by l.id::text = g.o #>> '{delivery,location_id}' desc, lower(l.code) = lower(g.o #>> '{delivery,location}') desc
        limit 1
    )
    select g.o || jsonb_strip_nulls(jsonb_build_object(
        'channel', p_channel.code,
        'external_id', nullif(trim(g.o ->> 'external_id'), ''),
        'currency', coalesce(nullif(g.o ->> 'currency', ''), p_channel.currency),
        'language', coalesce(nullif(g.o ->> 'language', ''), p_channel.language),
        'tax_included', case jsonb_typeof(g.o -> 'tax_included')
            when 'boolean' then (g.o -> 'tax_included')::boolean else p_channel.is_tax_included end,
        'source_location_ids', coalesce(g.o -> 'source_location_ids', to_jsonb(p_channel.source_location_ids)),
        'stock_policy', coalesce(g.o ->> 'stock_policy', p_channel.stock_policy),
        'substitution', coalesce(g.o ->> 'substitution', p_channel.substitution),
        'bill_to', channels._bill_to(g.o),
        'delivery', jsonb_build_object('method', 'ship') || coalesce(g.o -> 'delivery', '{}') || jsonb_build_object(
            'location_id', case when g.o #>> '{delivery,method}' = 'pickup' then (select p.id from pickup as p) end),
        'lines', channels._lines(p_channel, g.o)
    )) - array_remove(array[
        case when channels._bill_to(g.o) is null then 'bill_to' end, case when trim(g.o ->> 'external_id') = '' then 'external_id' end
    ], null)
    from given as g
$$;

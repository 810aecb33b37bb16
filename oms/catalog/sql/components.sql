-- What delivering one unit of a variant takes: a kit's components, or the variant itself, once; nothing where nothing has to
-- be delivered. weight: what a component's share of the kit's price goes by, its own price in the currency; where one of
-- them has none, the number of units. Called by: orders._want
create or replace function catalog.components(p_variant_id bigint, p_currency text)
returns table (variant_id bigint, quantity int, weight bigint)
language sql stable security definer set search_path = pg_catalog, pg_temp
as $$
    select k.component_id, k.quantity,
           k.quantity * case when every(r.amount_minor is not null) over () then r.amount_minor else 1 end
    from catalog.kit_components as k
    left join catalog.prices as r on r.variant_id = k.component_id and r.currency = p_currency
    where k.kit_id = p_variant_id
    union all
    select v.id, 1, 1 from catalog.variants as v
    where v.id = p_variant_id and v.requires_shipping
        and not exists (select from catalog.kit_components as k where k.kit_id = v.id)
    order by 1
$$;

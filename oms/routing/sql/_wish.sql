-- The inputs of a plan (see routing._inputs) for lines [{variant_id, quantity}] that nobody has ordered yet; each line is named
-- after its SKU. The profile is that of `p_delivery`'s channel and country. Called by: routing.hold
create or replace function routing._wish(p_lines jsonb, p_delivery jsonb, p_hold_id bigint) returns jsonb
language sql stable security definer set search_path = pg_catalog, pg_temp
as $$
    with wished as (
        select l.variant_id, v.sku, v.weight_grams, sum(l.quantity)::int as quantity
        from jsonb_to_recordset(p_lines) as l (variant_id bigint, quantity int) join catalog.variants as v on v.id = l.variant_id
        group by l.variant_id, v.sku, v.weight_grams
    )
    select json_build_object(
        'rules', (routing._active_version((routing._rule_for(p_delivery)).profile_id)).rules,
        'method', p_delivery ->> 'method', 'country_code', p_delivery -> 'country_code',
        'lines', (select coalesce(json_agg(json_build_object(
            'line', w.variant_id, 'sku', w.sku, 'variant', w.variant_id, 'quantity', w.quantity, 'grams', w.weight_grams)
            order by w.variant_id), '[]') from wished as w),
        'locations', routing._places(p_delivery, array(select w.variant_id from wished as w), null, '{}', p_hold_id))::jsonb
$$;

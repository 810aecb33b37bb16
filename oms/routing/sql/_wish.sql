-- The inputs of a plan (see routing._inputs) for lines [{variant_id, quantity}] that nobody has ordered yet; each line is named
-- after its SKU. Called by: routing.hold
create or replace function routing._wish(p_lines jsonb, p_delivery jsonb, p_hold_id bigint) returns jsonb
language sql stable security definer set search_path = pg_catalog, pg_temp
as $$
    with wished as (
        select l.variant_id, v.sku, sum(l.quantity)::int as quantity
        from jsonb_to_recordset(p_lines) as l (variant_id bigint, quantity int) join catalog.variants as v on v.id = l.variant_id
        group by l.variant_id, v.sku
    ), delivery as (
        select * from jsonb_to_record(p_delivery) as d (
            method text, location_id int, source_location_ids int[], country_code text, latitude numeric, longitude numeric)
    )
    select jsonb_build_object(
        'criteria', (select to_jsonb(p.criteria) from routing.profiles as p order by p.id desc limit 1),
        'method', d.method,
        'lines', (select coalesce(jsonb_agg(jsonb_build_object(
            'line', w.variant_id, 'sku', w.sku, 'variant', w.variant_id, 'quantity', w.quantity) order by w.variant_id), '[]')
            from wished as w),
        'locations', routing._places(d.method, d.location_id, d.source_location_ids, d.country_code, d.latitude, d.longitude,
                                     array(select w.variant_id from wished as w), '{}', p_hold_id))
    from delivery as d
$$;

-- Everything a plan for a request may depend on, in canonical form: {rules, method, country_code,
-- lines: [{line, sku, variant, quantity, grams}], locations: see routing._places}. `p_excluded` maps location id to the reason it
-- may not be chosen. Called by: routing.route
create or replace function routing._inputs(
    p_request demand.requests, p_rules jsonb, p_excluded jsonb, p_hold_id bigint
) returns jsonb
language sql stable security definer set search_path = pg_catalog, pg_temp
as $$
    with open_lines as (
        select l.id, l.variant_id, v.sku, v.weight_grams, l.unrouted + l.backordered as quantity
        from demand.lines as l join catalog.variants as v on v.id = l.variant_id
        where l.request_id = p_request.id and l.unrouted + l.backordered > 0
            and coalesce(l.not_before, '-infinity') <= db.today()
    )
    select json_build_object(
        'rules', p_rules, 'method', p_request.method, 'country_code', a.country_code,
        'lines', (select coalesce(json_agg(json_build_object(
            'line', n.id, 'sku', n.sku, 'variant', n.variant_id, 'quantity', n.quantity, 'grams', n.weight_grams) order by n.id), '[]')
            from open_lines as n),
        'locations', routing._places(
            jsonb_build_object(
                'method', p_request.method, 'location_id', p_request.location_id, 'country_code', a.country_code,
                'source_location_ids', p_request.source_location_ids, 'latitude', a.latitude, 'longitude', a.longitude),
            array(select n.variant_id from open_lines as n), p_request.id, p_excluded, p_hold_id))::jsonb
    from (select p_request.ship_to_id as id) as r left join customers.addresses as a on a.id = r.id
$$;

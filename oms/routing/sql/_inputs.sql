-- Everything a plan may depend on, in canonical form:
-- {criteria, method, lines: [{line, sku, variant, quantity}], locations: [{id, code, name, priority, distance_km, excluded,
-- available: {variant: n}}]}. `p_excluded` maps location id to the reason it may not be chosen.
-- Called by: routing.route
create or replace function routing._inputs(p_request demand.requests, p_criteria text[], p_excluded jsonb) returns jsonb
language sql stable security definer set search_path = pg_catalog, pg_temp
as $$
    with open_lines as (
        select l.id, l.variant_id, v.sku, l.unrouted + l.backordered as quantity
        from demand.lines as l join catalog.variants as v on v.id = l.variant_id
        where l.request_id = p_request.id and l.unrouted + l.backordered > 0
    ), destination as (
        select coalesce(a.latitude, c.latitude) as latitude, coalesce(a.longitude, c.longitude) as longitude
        from customers.addresses as a left join routing.country_centers as c on c.country_code = a.country_code
        where a.id = p_request.ship_to_id
    ), considered as (
        select o.id, o.code, o.name, o.priority,
               routing.distance_km(o.latitude, o.longitude, d.latitude, d.longitude) as distance_km,
               case
                   when p_request.method = 'pickup' and o.id <> p_request.location_id then 'not_the_pickup_place'
                   when p_request.method = 'ship' and not o.ships then 'does_not_ship'
                   when p_request.method = 'ship' and o.id <> all (p_request.source_location_ids) then 'does_not_serve_channel'
                   else p_excluded ->> o.id::text
               end as excluded,
               (select coalesce(jsonb_object_agg(l.variant_id, l.on_hand - l.reserved - l.safety - l.unavailable), '{}')
                from inventory.levels as l
                where l.location_id = o.id and l.variant_id in (select n.variant_id from open_lines as n)
                    and l.on_hand - l.reserved - l.safety - l.unavailable > 0) as available
        from inventory.locations as o left join destination as d on true
        where o.is_active
    )
    select jsonb_build_object(
        'criteria', to_jsonb(p_criteria),
        'method', p_request.method,
        'lines', (select coalesce(jsonb_agg(jsonb_build_object(
            'line', n.id, 'sku', n.sku, 'variant', n.variant_id, 'quantity', n.quantity) order by n.id), '[]') from open_lines as n),
        'locations', (select coalesce(jsonb_agg(to_jsonb(c) order by c.id), '[]') from considered as c))
$$;

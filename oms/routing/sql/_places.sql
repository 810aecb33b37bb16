-- What a plan knows of each location: [{id, code, name, priority, distance_km, excluded, available: {variant: n}}]. Distances are
-- to the given point, or else to the middle of the country. What the hold keeps is available to whoever claimed it.
-- Called by: routing._inputs, hold
create or replace function routing._places(
    p_method text, p_location_id int, p_source_location_ids int[], p_country_code text, p_latitude numeric, p_longitude numeric,
    p_variant_ids bigint[], p_excluded jsonb, p_hold_id bigint
) returns jsonb
language sql stable security definer set search_path = pg_catalog, pg_temp
as $$
    with place as (
        select o.id, o.code, o.name, o.priority,
               routing.distance_km(o.latitude, o.longitude, coalesce(p_latitude, c.latitude), coalesce(p_longitude, c.longitude))
                   as distance_km,
               case
                   when p_method = 'pickup' and o.id <> p_location_id then 'not_the_pickup_place'
                   when p_method = 'ship' and not o.ships then 'does_not_ship'
                   when p_method = 'ship' and o.id <> all (p_source_location_ids) then 'does_not_serve_channel'
                   else p_excluded ->> o.id::text
               end as excluded,
               (select coalesce(jsonb_object_agg(l.variant_id, greatest(l.available, 0) + coalesce(h.quantity, 0)), '{}')
                from inventory.stock as l
                left join inventory.hold_lines as h
                    on h.hold_id = p_hold_id and h.variant_id = l.variant_id and h.location_id = l.location_id
                where l.location_id = o.id and l.variant_id = any (p_variant_ids)
                    and greatest(l.available, 0) + coalesce(h.quantity, 0) > 0) as available
        from inventory.locations as o left join routing.country_centers as c on c.country_code = p_country_code
        where o.is_active
    )
    select coalesce(jsonb_agg(to_jsonb(p) order by p.id), '[]') from place as p
$$;

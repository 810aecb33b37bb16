-- What a choice comes to, of its parcels (see routing._parcels): {parcels, distance_km: of all parcels together, days: until the
-- last arrives, shipping_minor, handling_minor, split_minor, cost_minor: of all}. Called by: routing.plan
create or replace function routing._measures(p_parcels jsonb, p_rules jsonb) returns jsonb
language sql immutable set search_path = pg_catalog, pg_temp
as $$
    with total as (
        select count(*) as parcels, coalesce(sum(p.distance_km), 0) as distance_km, max(p.days) as days,
               coalesce(sum(p.cost_minor - p.handling_minor), 0) as shipping_minor,
               coalesce(sum(p.handling_minor), 0) as handling_minor,
               greatest(count(*) - 1, 0) * coalesce((p_rules ->> 'split_cost_minor')::bigint, 0) as split_minor
        from jsonb_to_recordset(p_parcels) as p (distance_km int, days int, handling_minor bigint, cost_minor bigint)
    )
    select jsonb_build_object(
        'parcels', t.parcels, 'distance_km', t.distance_km, 'days', t.days, 'shipping_minor', t.shipping_minor,
        'handling_minor', t.handling_minor, 'split_minor', t.split_minor,
        'cost_minor', t.shipping_minor + t.handling_minor + t.split_minor)
    from total as t
$$;

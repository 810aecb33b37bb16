-- What a choice comes to: {parcels, distance_km: of all parcels together, days: until the last arrives, shipping_minor,
-- handling_minor, split_minor, cost_minor: of all}. Called by: routing.plan
create or replace function routing._measures(p_inputs jsonb, p_considered jsonb) returns jsonb
language sql immutable set search_path = pg_catalog, pg_temp
as $$
    with parcel as (
        select c.id, c.distance_km, c.cost_minor, (o.value ->> 'days')::int as days,
               coalesce((o.value ->> 'handling_minor')::bigint, 0) as handling_minor
        from jsonb_to_recordset(p_considered) as c (id int, verdict text, distance_km int, cost_minor bigint)
        join jsonb_array_elements(p_inputs -> 'locations') as o on (o.value ->> 'id')::int = c.id
        where c.verdict = 'chosen'
    ), total as (
        select count(*) as parcels, coalesce(sum(p.distance_km), 0) as distance_km, max(p.days) as days,
               coalesce(sum(p.cost_minor - p.handling_minor), 0) as shipping_minor,
               coalesce(sum(p.handling_minor), 0) as handling_minor,
               greatest(count(*) - 1, 0) * coalesce((p_inputs #>> '{rules,split_cost_minor}')::bigint, 0) as split_minor
        from parcel as p
    )
    select jsonb_build_object(
        'parcels', t.parcels, 'distance_km', t.distance_km, 'days', t.days, 'shipping_minor', t.shipping_minor,
        'handling_minor', t.handling_minor, 'split_minor', t.split_minor,
        'cost_minor', t.shipping_minor + t.handling_minor + t.split_minor)
    from total as t
$$;

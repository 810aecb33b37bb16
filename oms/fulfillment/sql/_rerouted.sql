-- Where a routing decision sent what it was about, for the person who caused it and may not see the other places:
-- {places: [{name, quantity}], waiting}. Called by: fulfillment.short, fulfillment.reject
create or replace function fulfillment._rerouted(p_decision_id bigint) returns jsonb
language sql stable security definer set search_path = pg_catalog, pg_temp
as $$
    select jsonb_build_object('waiting', d.result -> 'unfilled', 'places', coalesce((
        select jsonb_agg(jsonb_build_object('name', p.name, 'quantity', p.quantity) order by p.quantity desc, p.name)
        from (
            select o.name, sum((a.value ->> 'quantity')::int) as quantity
            from jsonb_array_elements(d.result -> 'allocations') as a
            join inventory.locations as o on o.id = (a.value ->> 'location_id')::int
            group by o.id
        ) as p), '[]'))
    from routing.decisions as d where d.id = p_decision_id
$$;

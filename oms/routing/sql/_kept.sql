-- What a decision really took for good, and, below zero, what another result would have taken in its place: as many units less of
-- each line as were given back later. Called by: routing._world_after
create or replace function routing._kept(
    p_decision routing.decisions, p_result jsonb, out line_id bigint, out variant text, out location_id int, out units int
) returns setof record
language sql stable set search_path = pg_catalog, pg_temp
as $$
    with line as (
        select (l.value ->> 'line')::bigint as id, l.value ->> 'variant' as variant
        from jsonb_array_elements(p_decision.inputs -> 'lines') as l
    ), real as (
        select a.line_id, a.location_id, a.quantity, least(a.quantity, coalesce((
            select sum(k.quantity)::int from demand.allocations as k
            where k.line_id = a.line_id and k.location_id = a.location_id and k.created_at = p_decision.decided_at
                and k.state <> 'deallocated'), 0)) as kept
        from jsonb_to_recordset(p_decision.result -> 'allocations') as a (line_id bigint, location_id int, quantity int)
    ), given_back as (
        select r.line_id, sum(r.quantity - r.kept) as units from real as r group by r.line_id
    ), virtual as (
        select a.line_id, a.location_id, a.quantity,
               sum(a.quantity) over (partition by a.line_id) - sum(a.quantity) over (partition by a.line_id order by a.location_id) as behind
        from jsonb_to_recordset(p_result -> 'allocations') as a (line_id bigint, location_id int, quantity int)
    )
    select r.line_id, n.variant, r.location_id, r.kept from real as r join line as n on n.id = r.line_id
    union all
    select v.line_id, n.variant, v.location_id,
           -greatest(0, v.quantity - greatest(0, coalesce(g.units, 0) - v.behind))::int
    from virtual as v join line as n on n.id = v.line_id left join given_back as g on g.line_id = v.line_id
$$;

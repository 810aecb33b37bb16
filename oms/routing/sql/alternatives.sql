-- For each location that a recorded plan did not choose, of these if any are named: [{id, changes: what would have to change so
-- that it is chosen, or null (see routing._changes), alone: {unfilled, measures} of a plan with nothing but it, all its
-- hindrances aside}]. Nothing is guessed: each is planned again. Called by: the decision page
create or replace function routing.alternatives(p_inputs jsonb, p_result jsonb, p_location_ids int[] default null) returns jsonb
language sql immutable security definer set search_path = pg_catalog, pg_temp
as $$
    select coalesce(jsonb_agg(jsonb_build_object(
        'id', c.value -> 'id', 'changes', routing._changes(p_inputs, p_result, (c.value ->> 'id')::int),
        'alone', jsonb_build_object('unfilled', a.plan -> 'unfilled', 'measures', a.plan -> 'measures')) order by c.ordinality), '[]')
    from jsonb_array_elements(p_result -> 'considered') with ordinality as c
    join jsonb_array_elements(p_inputs -> 'locations') as o on o.value -> 'id' = c.value -> 'id'
    cross join lateral (
        select routing.plan(p_inputs || jsonb_build_object(
            'locations', jsonb_build_array(o.value - 'excluded' || '{"kind": "warehouse"}'),
            'rules', jsonb_build_object('criteria', p_inputs #> '{rules,criteria}'))) as plan
    ) as a
    where c.value ->> 'verdict' <> 'chosen' and coalesce((c.value ->> 'id')::int = any (p_location_ids), true)
$$;

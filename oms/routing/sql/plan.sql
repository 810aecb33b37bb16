-- Choose sources for recorded inputs (see routing._inputs): a pure function, so that a decision can be replayed.
-- The choice fills the most units; among those it is best by the criteria, in their order. Result:
-- {allocations: [{line_id, location_id, quantity}], unfilled, considered: [{id, code, verdict, covers, wanted, distance_km}]}.
-- Exact over the subsets of up to 8 candidate locations; beyond that, over the 8 nearest.
-- Called by: routing.route, replay
create or replace function routing.plan(p_inputs jsonb) returns jsonb
language plpgsql immutable security definer set search_path = pg_catalog, pg_temp
as $$
declare
    v_chosen int[] := routing._best_subset(p_inputs, true);
    v_allocations jsonb;
    v_wanted int;
    v_filled int;
begin
    if v_chosen is null then  -- no location alone has everything: consider combinations
        v_chosen := coalesce(routing._best_subset(p_inputs, false), '{}');
    end if;
    v_allocations := routing._assign(p_inputs, v_chosen);
    select sum((l.value ->> 'quantity')::int) into v_wanted from jsonb_array_elements(p_inputs -> 'lines') as l;
    select coalesce(sum((a.value ->> 'quantity')::int), 0) into v_filled from jsonb_array_elements(v_allocations) as a;
    return jsonb_build_object(
        'allocations', v_allocations, 'unfilled', v_wanted - v_filled,
        'considered', routing._considered(p_inputs, v_allocations, v_wanted));
end
$$;

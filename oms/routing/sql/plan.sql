-- Choose sources for recorded inputs (see routing._inputs): a pure function, so that a decision can be replayed.
-- The choice fills the most units from at most rules.max_parcels locations; among those choices it is the best by
-- rules.criteria, one after the other: fewest_splits, cheapest, nearest, fastest, priority, balance_stock, keep_store_stock,
-- supplier_cost, most_accurate. Which locations may be chosen: see routing._eliminated. Result:
-- {allocations: [{line_id, location_id, quantity}], unfilled, measures: see routing._measures,
--  considered: see routing._considered, rest: what rules.rest says of the unfilled}.
-- Exact over all combinations of up to 8 locations that may be chosen; of more, over the 8 most promising.
-- Called by: routing.route, routing.hold, replay
create or replace function routing.plan(p_inputs jsonb) returns jsonb
language plpgsql immutable security definer set search_path = pg_catalog, pg_temp
as $$
declare
    v_problem jsonb := routing._problem(p_inputs);
    v_short jsonb := case when jsonb_array_length(v_problem -> 'places') > 8 then routing._shortlist(v_problem) else v_problem end;
    v_allocations jsonb;
    v_considered jsonb;
    v_unfilled int;
begin
    v_allocations := routing._assign(v_short, p_inputs -> 'lines', routing._best_subset(v_short));
    v_considered := routing._considered(p_inputs, v_problem, v_allocations);
    v_unfilled := (select coalesce(sum((l.value ->> 'quantity')::int), 0) from jsonb_array_elements(p_inputs -> 'lines') as l)
        - (select coalesce(sum((a.value ->> 'quantity')::int), 0) from jsonb_array_elements(v_allocations) as a);
    return jsonb_build_object(
        'allocations', v_allocations, 'unfilled', v_unfilled,
        'measures', routing._measures(p_inputs, v_considered), 'considered', v_considered,
        'rest', case when v_unfilled > 0 then p_inputs #> '{rules,rest}' end);
end
$$;

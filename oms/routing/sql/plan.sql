-- Choose sources for recorded inputs (see routing._inputs): a pure function, so that a decision can be replayed.
-- The choice fills the most units from at most rules.max_parcels locations; among those choices it is the best by
-- rules.criteria, one after the other: fewest_splits, cheapest, nearest, fastest, priority, balance_stock, keep_store_stock,
-- supplier_cost, most_accurate. Which locations may be chosen: see routing._eliminated. Result:
-- {allocations: [{line_id, location_id, quantity}], unfilled, measures: see routing._measures,
--  considered: see routing._considered, rest: what rules.rest says of the unfilled}.
-- Exact over all combinations of up to 8 locations that may be chosen; of more, over the 8 most promising.
-- Its queries are planned once for all inputs: planning them anew takes longer than running them.
-- Called by: routing.route, routing.hold, routing.alternatives, routing._lifted, routing.judge, routing.continue_simulation,
-- routing.replay, the promise that decisions can be replayed
create or replace function routing.plan(p_inputs jsonb) returns jsonb
language plpgsql immutable security definer set search_path = pg_catalog, pg_temp set plan_cache_mode = force_generic_plan
as $$
declare
    v_problem jsonb := routing._problem(p_inputs);
    v_allocations jsonb := routing._assign(v_problem, p_inputs -> 'lines', routing._best_subset(v_problem));
    v_parcels jsonb := routing._parcels(p_inputs, v_allocations);
    v_unfilled bigint := coalesce((v_problem ->> 'wanted')::bigint, 0) - (
        select coalesce(sum(p.ships), 0) from jsonb_to_recordset(v_parcels) as p (ships bigint));
begin
    return json_build_object(
        'allocations', v_allocations, 'unfilled', v_unfilled, 'measures', routing._measures(v_parcels, p_inputs -> 'rules'),
        'considered', routing._considered(p_inputs, v_problem, v_parcels),
        'rest', case when v_unfilled > 0 then p_inputs #> '{rules,rest}' end);
end
$$;

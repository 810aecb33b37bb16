-- Make some more decisions of a simulation anew, in the order in which they were made, each on the stock that would have been
-- there; after the last it has its results. Returns whether there is more to do.
-- Locks: the simulation. Called by: the simulate task
create or replace function routing.continue_simulation(p_simulation_id int, p_most int) returns boolean
language plpgsql security definer set search_path = pg_catalog, pg_temp
as $$
declare
    v_simulation routing.simulations;
    v_decision routing.decisions;
    v_inputs jsonb;
    v_result jsonb;
    v_differs boolean;
    v_made int := 0;
begin
    select s.* into v_simulation from routing.simulations as s
    where s.id = p_simulation_id and s.state in ('queued', 'running') for update;
    if not found then
        return false;
    end if;
    for v_decision in
        select d.* from routing._decided(coalesce(v_simulation.last_at, v_simulation.since), v_simulation.until, v_simulation.judged_id) as d
        where v_simulation.last_id is null or (d.decided_at, d.id) > (v_simulation.last_at, v_simulation.last_id)
        limit p_most
    loop
        v_inputs := routing._virtual_inputs(v_decision, v_simulation.rules, v_simulation.world);
        v_result := routing.plan(v_inputs);
        v_differs := routing._differs(v_decision.result, v_result);
        insert into routing.simulation_choices (simulation_id, decision_id, result, differs)
        values (p_simulation_id, v_decision.id, case when v_differs then v_result else v_result - 'considered' end, v_differs);
        v_simulation.world := routing._world_after(v_simulation.world, v_decision, v_inputs, v_result);
        v_simulation.last_at := v_decision.decided_at;
        v_simulation.last_id := v_decision.id;
        v_made := v_made + 1;
    end loop;
    update routing.simulations as s
    set state = 'running', world = v_simulation.world, last_at = v_simulation.last_at, last_id = v_simulation.last_id,
        done = least(s.done + v_made, s.total)
    where s.id = p_simulation_id;
    if v_made = p_most then
        return true;
    end if;
    update routing.simulations as s
    set state = 'done', done = s.total, results = routing.comparison(p_simulation_id => s.id), ended_at = db.now()
    where s.id = p_simulation_id;
    delete from routing.simulation_choices as c where c.simulation_id = p_simulation_id and not c.differs;
    return false;
end
$$;

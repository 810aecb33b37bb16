-- End a simulation before it is done: canceled by somebody, or failed. One that has ended stays as it is.
-- Locks: the simulation. Called by: the what-if page, the simulate task
create or replace function routing.end_simulation(p_simulation_id int, p_state text) returns void
language plpgsql security definer set search_path = pg_catalog, pg_temp
as $$
begin
    update routing.simulations as s set state = p_state, ended_at = db.now()
    where s.id = p_simulation_id and s.state in ('queued', 'running');
    if found then
        delete from routing.simulation_choices as c where c.simulation_id = p_simulation_id;
    end if;
end
$$;

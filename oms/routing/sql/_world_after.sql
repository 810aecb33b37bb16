-- The world after a decision was made anew: how it differs from what really was.
-- {stock: {variant: {location: units more}}, shipments: {location: {day: shipments more}}, lines: {line: units more still open}}.
-- Units that were given back later, after a cancellation, a rejection or a short pick, count as taken in neither world.
-- Called by: routing.continue_simulation
create or replace function routing._world_after(
    p_world jsonb, p_decision routing.decisions, p_inputs jsonb, p_result jsonb
) returns jsonb
language plpgsql stable set search_path = pg_catalog, pg_temp
as $$
declare
    v_world jsonb := p_world;
    v_change record;
begin
    if p_result -> 'allocations' = p_decision.result -> 'allocations' then
        return p_world;
    end if;
    for v_change in
        select c.line_id, c.variant, c.location_id, sum(c.units) as units
        from routing._kept(p_decision, p_result) as c group by c.line_id, c.variant, c.location_id having sum(c.units) <> 0
    loop
        v_world := routing._world_with(v_world, array['stock', v_change.variant, v_change.location_id::text], v_change.units);
        v_world := routing._world_with(v_world, array['lines', v_change.line_id::text], v_change.units);
    end loop;
    for v_change in
        select o.id, o.starts_on, sum(t.more) as more
        from (values (p_decision.result, 1), (p_result, -1)) as t (result, more)
        cross join lateral (select distinct a.location_id from jsonb_to_recordset(t.result -> 'allocations') as a (location_id int)) as a
        join jsonb_to_recordset(p_inputs -> 'locations') as o (id int, starts_on text, capacity_left int)
            on o.id = a.location_id and o.capacity_left is not null
        group by o.id, o.starts_on having sum(t.more) <> 0
    loop
        v_world := routing._world_with(v_world, array['shipments', v_change.id::text, v_change.starts_on], v_change.more);
    end loop;
    return v_world;
end
$$;

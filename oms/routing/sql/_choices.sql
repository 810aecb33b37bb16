-- What was decided and what would have been, by a simulation or a shadow, for each of its decisions.
-- Called by: routing.comparison, routing._promises_kept
create or replace function routing._choices(
    p_simulation_id int, p_shadow_id int, out decision_id bigint, out decided_at timestamptz, out differs boolean, out was jsonb, out would jsonb
) returns setof record
language sql stable
as $$
    select c.decision_id, d.decided_at, c.differs, d.result, c.result
    from (
        select c.decision_id, c.result, c.differs from routing.simulation_choices as c where c.simulation_id = p_simulation_id
        union all
        select s.decision_id, s.result, s.differs from routing.shadow_decisions as s where s.shadow_id = p_shadow_id
    ) as c join routing.decisions as d on d.id = c.decision_id
$$;

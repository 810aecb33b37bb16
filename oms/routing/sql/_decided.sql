-- What the present planner decided in a time, of everybody or by one profile, in order.
-- Called by: routing.simulate, routing.continue_simulation, routing.judge
create or replace function routing._decided(
    p_since timestamptz, p_until timestamptz, p_profile_id int default null
) returns setof routing.decisions
language sql stable set search_path = pg_catalog, pg_temp
as $$
    select d.* from routing.decisions as d
    where d.decided_at >= p_since and d.decided_at <= p_until and d.planner = routing.planner()
        and (p_profile_id is null or d.version_id in (
            select v.id from routing.profile_versions as v where v.profile_id = p_profile_id))
    order by d.decided_at, d.id
$$;

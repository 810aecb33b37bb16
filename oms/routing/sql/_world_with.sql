-- A world with so many more of something, by its path (see routing._world_after); what is again as it really was is left out.
-- Called by: routing._world_after
create or replace function routing._world_with(p_world jsonb, p_path text[], p_more bigint) returns jsonb
language sql immutable set search_path = pg_catalog, pg_temp
as $$
    with changed as (
        select coalesce((p_world #>> p_path)::bigint, 0) + p_more as units, p_path[:cardinality(p_path) - 1] as above
    )
    select jsonb_set(p_world, c.above, case when c.units = 0 then coalesce(p_world #> c.above, '{}') - p_path[cardinality(p_path)]
        else coalesce(p_world #> c.above, '{}') || jsonb_build_object(p_path[cardinality(p_path)], c.units) end)
    from changed as c
$$;

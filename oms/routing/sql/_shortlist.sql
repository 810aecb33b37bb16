-- A problem (see routing._problem) with at most 8 places, so that all their combinations can be tried: those that together
-- fill the most, found greedily; for each variant the best that has all of it; then the best. Called by: routing.plan
create or replace function routing._shortlist(p_problem jsonb) returns jsonb
language plpgsql immutable set search_path = pg_catalog, pg_temp
as $$
declare
    v_left jsonb := p_problem -> 'need';
    v_picked int[] := '{}';
    v_whole int[] := array(
        select distinct on (s.key) (p.value ->> 'id')::int
        from jsonb_array_elements(p_problem -> 'places') as p cross join jsonb_each(p.value -> 'supply') as s
        where s.value -> 'use' = p_problem #> array['need', s.key]
        order by s.key, p.value -> 'fixed', s.value -> 'unit', 1);
    v_place jsonb;
begin
    while cardinality(v_picked) < 8 loop
        select p.value into v_place
        from jsonb_array_elements(p_problem -> 'places') with ordinality as p
        cross join lateral (
            select sum(least(n.value::int, coalesce((p.value #>> array['supply', n.key, 'has'])::int, 0))) as gain from jsonb_each(v_left) as n
        ) as g
        where g.gain > 0 and (p.value ->> 'id')::int <> all (v_picked)
        order by g.gain desc, p.ordinality limit 1;
        exit when not found;
        v_picked := v_picked || (v_place ->> 'id')::int;
        select jsonb_object_agg(n.key, greatest(0, n.value::int - coalesce((v_place #>> array['supply', n.key, 'has'])::int, 0)))
        into v_left from jsonb_each(v_left) as n;
    end loop;
    return jsonb_set(p_problem, '{places}', (
        select jsonb_agg(c.value order by c.ordinality)
        from (
            select p.value, p.ordinality
            from jsonb_array_elements(p_problem -> 'places') with ordinality as p
            order by (p.value ->> 'id')::int = any (v_picked) desc, (p.value ->> 'id')::int = any (v_whole) desc, p.ordinality limit 8
        ) as c));
end
$$;

-- The best set of places of a problem (see routing._problem, at most 8 places): all combinations are tried. It fills the most;
-- among those it is the best by the criteria, one after the other; then by id. Empty when nothing can be filled.
-- The places come best first, so where one alone must do, or has everything and fewer is better, it is the first.
-- Called by: routing.plan
create or replace function routing._best_subset(p_problem jsonb) returns int[]
language plpgsql immutable set search_path = pg_catalog, pg_temp
as $$
declare
    v_limit int := coalesce((p_problem ->> 'limit')::int, 8);
    v_masks int[];  -- the combinations that are still the best: bit n is the n-th place
    v_criterion text;
    v_k int := 0;
begin
    if v_limit = 1 or p_problem #>> '{criteria,0}' = 'fewest_splits' and (p_problem #>> '{places,0,covers}')::int = (
        select sum(n.value::int) from jsonb_each(p_problem -> 'need') as n) then
        return array(select (p_problem #>> '{places,0,id}')::int where p_problem -> 'places' <> '[]');
    end if;
    select array_agg(s.mask) filter (where s.filled = s.most) into v_masks
    from (
        select f.mask, sum(f.filled) as filled, max(sum(f.filled)) over () as most
        from (
            select m.mask, v.key, least((p_problem #>> array['need', v.key])::int, sum((v.value ->> 'has')::int)) as filled
            from jsonb_array_elements(p_problem -> 'places') with ordinality as p
            cross join jsonb_each(p.value -> 'supply') as v
            join generate_series(1, (1 << jsonb_array_length(p_problem -> 'places')) - 1) as m (mask)
                on m.mask & (1 << (p.ordinality::int - 1)) <> 0 and bit_count(m.mask::bit(8)) <= v_limit
            group by m.mask, v.key
        ) as f group by f.mask
    ) as s;
    for v_criterion in select c.value from jsonb_array_elements_text(p_problem -> 'criteria') as c loop
        exit when cardinality(v_masks) <= 1;
        v_masks := routing._cheapest(p_problem, v_masks, v_k, v_criterion = 'fastest');
        v_k := v_k + 1;
    end loop;
    return coalesce((
        select min(s.ids) from (
            select array_agg((p.value ->> 'id')::int order by p.ordinality) as ids
            from unnest(v_masks) as m (mask)
            join jsonb_array_elements(p_problem -> 'places') with ordinality as p on m.mask & (1 << (p.ordinality::int - 1)) <> 0
            group by m.mask) as s), '{}');
end
$$;

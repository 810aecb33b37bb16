-- The best set of places of a problem (see routing._problem): all their combinations are tried. It fills the most; among those it
-- is the best by the criteria, one after the other; then by id. Empty when nothing can be filled.
-- The places come best first, so where one alone must do, or has everything and fewer is better, it is the first.
-- Called by: routing.plan
create or replace function routing._best_subset(p_problem jsonb) returns int[]
language plpgsql immutable set search_path = pg_catalog, pg_temp
as $$
declare
    v_limit int := coalesce((p_problem ->> 'limit')::int, 8);
    v_masks int[];  -- the combinations that are still the best
    v_criterion text;
    v_k int := 0;
begin
    if v_limit = 1 or p_problem #>> '{criteria,0}' = 'fewest_splits' and p_problem #> '{places,0,covers}' = p_problem -> 'wanted' then
        return array(select (p_problem #>> '{places,0,id}')::int where p_problem -> 'places' <> '[]');
    end if;
    v_masks := routing._filling(p_problem, v_limit);
    for v_criterion in select c.value from jsonb_array_elements_text(p_problem -> 'criteria') as c loop
        exit when cardinality(v_masks) <= 1;
        v_masks := routing._cheapest(p_problem, v_masks, v_k, v_criterion = 'fastest');
        v_k := v_k + 1;
    end loop;
    return coalesce((
        select min(s.ids) from (
            select array_agg(p.id order by p.bit) as ids
            from unnest(v_masks) as m (mask)
            join jsonb_to_recordset(p_problem -> 'places') as p (id int, bit int) on m.mask & p.bit <> 0
            group by m.mask) as s), '{}');
end
$$;

-- Of these combinations of a problem's places (see routing._problem) those that cost least by its criterion number `p_k`, from
-- 0: what using each place costs, added up or the highest of it, and what the units cost that are taken from them in turn.
-- Called by: routing._best_subset
create or replace function routing._cheapest(p_problem jsonb, p_masks int[], p_k int, p_is_maximum boolean) returns int[]
language plpgsql immutable set search_path = pg_catalog, pg_temp
as $$
declare
    v_fixed bigint[] := routing._combined(array(
        select p.fixed[p_k + 1] from jsonb_to_recordset(p_problem -> 'places') as p (bit int, fixed bigint[]) order by p.bit), p_is_maximum);
    v_costs bigint[] := array(select v_fixed[m.mask + 1] from unnest(p_masks) as m (mask));
    v_need jsonb;
    v_drawn record;
begin
    for v_need in
        select n.value from jsonb_array_elements(p_problem -> 'needs') as n
        where exists (select from jsonb_path_query(n.value, '$.supply[*].unit') as u (costs) where u.costs ->> p_k <> '0')
    loop
        v_drawn := routing._drawn(v_need, p_k);
        v_costs := array(select m.cost + v_drawn.cost[m.mask & v_drawn.mask] from unnest(p_masks, v_costs) as m (mask, cost));
    end loop;
    return array(
        select c.mask from (select m.*, min(m.cost) over () as least from unnest(p_masks, v_costs) as m (mask, cost)) as c
        where c.cost = c.least);
end
$$;

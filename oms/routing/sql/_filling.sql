-- Of all combinations of a problem's places (see routing._problem), of no more than so many, those that fill the most.
-- Called by: routing._best_subset
create or replace function routing._filling(p_problem jsonb, p_limit int) returns int[]
language plpgsql immutable set search_path = pg_catalog, pg_temp
as $$
declare
    v_filled bigint[];  -- by combination
    v_need record;
begin
    for v_need in
        select n.wanted, routing._combined(array(
            select coalesce(s.has, 0) from jsonb_to_recordset(p_problem -> 'places') as p (bit int)
            left join jsonb_to_recordset(n.supply) as s (bit int, has int) on s.bit = p.bit order by p.bit), false) as has
        from jsonb_to_recordset(p_problem -> 'needs') as n (wanted int, supply jsonb)
    loop
        v_filled := array(
            select coalesce(f.filled, 0) + least(f.has, v_need.wanted) from unnest(v_filled, v_need.has) as f (filled, has));
    end loop;
    return array(
        select f.mask - 1 from (
            select f.filled, f.mask, max(f.filled) over () as most from unnest(v_filled) with ordinality as f (filled, mask)
            where f.mask > 1 and bit_count((f.mask - 1)::bit(8)) <= p_limit) as f
        where f.filled = f.most);
end
$$;

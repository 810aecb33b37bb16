-- What the units cost that each combination of a problem's places (see routing._problem) gives for one of its needs, by its
-- criterion number `p_k`, from 0: by the combination's bits, of those that have any of it: mask. Each place, in the turn in which
-- units are taken, is added to every combination of those before it. Called by: routing._cheapest
create or replace function routing._drawn(p_need jsonb, p_k int, out mask int, out cost bigint[])
language plpgsql immutable set search_path = pg_catalog, pg_temp
as $$
declare
    v_wanted int := p_need ->> 'wanted';
    v_before int[] := '{0}';
    v_filled int[] := array_fill(0, array[256], array[0]);
    v_bits int;
    v_units int;
    v_place record;
begin
    mask := 0;
    cost := array_fill(0, array[256], array[0]);
    for v_place in
        select s.bit, s.has, s.unit[p_k + 1] as cost from jsonb_to_recordset(p_need -> 'supply') as s (bit int, has int, unit bigint[])
    loop
        foreach v_bits in array v_before loop
            v_units := least(v_place.has, v_wanted - v_filled[v_bits]);
            v_filled[v_bits | v_place.bit] := v_filled[v_bits] + v_units;
            cost[v_bits | v_place.bit] := cost[v_bits] + v_units * v_place.cost;
        end loop;
        v_before := v_before || array(select b.bits | v_place.bit from unnest(v_before) as b (bits));
        mask := mask | v_place.bit;
    end loop;
end
$$;

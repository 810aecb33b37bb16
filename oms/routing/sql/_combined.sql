-- These numbers, one of each place, for every combination of the places: added up, or the highest. The combinations are in the order
-- of their bits, the first is none. Each place doubles what was there before it. Called by: routing._filling, routing._cheapest
create or replace function routing._combined(p_numbers bigint[], p_is_maximum boolean) returns bigint[]
language plpgsql immutable set search_path = pg_catalog, pg_temp
as $$
declare
    v_combined bigint[] := '{null}';
    v_number bigint;
begin
    foreach v_number in array p_numbers loop
        v_combined := v_combined || array(
            select case when p_is_maximum then greatest(c, v_number) else coalesce(c, 0) + v_number end from unnest(v_combined) as c);
    end loop;
    return v_combined;
end
$$;

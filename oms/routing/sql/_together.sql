-- At most 8 places that together fill the most of what is wanted, found greedily: each time the one that has most of what is
-- still missing; among equals the first. Given are the supplies of all: which place has how much of which variant, of so many
-- wanted. Called by: routing._problem
create or replace function routing._together(p_places int[], p_variants text[], p_has int[], p_wanted int[]) returns int[]
language plpgsql immutable strict set search_path = pg_catalog, pg_temp
as $$
declare
    v_missing int[] := p_wanted;
    v_picked int[] := '{}';
    v_place int;
begin
    while cardinality(v_picked) < 8 loop
        select s.place into v_place
        from unnest(p_places, p_has, v_missing) as s (place, has, missing)
        where s.missing > 0 and s.place <> all (v_picked)
        group by s.place order by sum(least(s.has, s.missing)) desc, s.place limit 1;
        exit when not found;
        v_picked := v_picked || v_place;
        v_missing := array(
            select s.missing - coalesce(t.has, 0) from unnest(p_variants, v_missing) as s (variant, missing)
            left join unnest(p_places, p_variants, p_has) as t (place, variant, has) on t.place = v_place and t.variant = s.variant);
    end loop;
    return v_picked;
end
$$;

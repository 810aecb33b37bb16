-- What the places of a problem (see routing._problem) have: mask, the place's bit in a combination; the turn in which a variant's
-- units are taken, so that taking them from whatever places are used costs least by the criteria, one after the other.
-- Called by: routing._cheapest, routing._assign
create or replace function routing._supplies(
    p_problem jsonb, out location_id int, out mask int, out variant text, out has int, out need int, out unit bigint[], out turn bigint
) returns setof record
language sql immutable set search_path = pg_catalog, pg_temp
as $$
    select s.location_id, s.mask, s.variant, s.has, s.need, s.unit,
           row_number() over (partition by s.variant order by s.unit, s.fixed, s.location_id)
    from (
        select (p.value ->> 'id')::int as location_id, 1 << (p.ordinality::int - 1) as mask, v.key as variant,
               (v.value ->> 'has')::int as has, (p_problem #>> array['need', v.key])::int as need,
               array(select u::bigint from jsonb_array_elements_text(v.value -> 'unit') as u) as unit,
               array(select f::bigint from jsonb_array_elements_text(p.value -> 'fixed') as f) as fixed
        from jsonb_array_elements(p_problem -> 'places') with ordinality as p cross join jsonb_each(p.value -> 'supply') as v
    ) as s
$$;

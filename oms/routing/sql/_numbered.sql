-- Rules that choose profiles, with their places: what each asks, and whom it names. Called by: routing._check_rules
create or replace function routing._numbered(p_rules jsonb, out ordinality bigint, out rule jsonb, out profile_id int)
returns setof record
language sql immutable set search_path = pg_catalog, pg_temp
as $$
    select n.ordinality,
           jsonb_strip_nulls(n.value || jsonb_build_object('tag', lower(n.value ->> 'tag'))) - 'profile_id',
           (n.value ->> 'profile_id')::int
    from jsonb_array_elements(p_rules) with ordinality as n
$$;

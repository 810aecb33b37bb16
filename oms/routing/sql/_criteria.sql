-- The criteria of a profile's rules, the first decides first. Where suppliers may fill the rest, our own stock goes first.
-- Called by: routing._problem, routing._supplies
create or replace function routing._criteria(p_rules jsonb) returns text[]
language sql immutable set search_path = pg_catalog, pg_temp
as $$
    select array(select 'own_stock' where p_rules #>> '{rest,do}' = 'dropship')
        || array(select jsonb_array_elements_text(p_rules -> 'criteria'))
$$;

-- Whether the rules of a profile ever let a location ship: it is in use, ships, and nothing that stays so leaves it out.
-- Called by: routing.profile_problems, routing._doubts
create or replace function routing._eligible(p_location inventory.locations, p_rules jsonb) returns boolean
language sql stable set search_path = pg_catalog, pg_temp
as $$
    select p_location.is_active and p_location.ships and routing._eliminated(
        jsonb_build_object('id', p_location.id, 'kind', p_location.kind), p_rules, '{}', null, null) is null
$$;

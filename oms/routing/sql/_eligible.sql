-- Whether the rules of a profile ever let a location ship: it is in use, ships, and is of a kind that is used and listed.
-- Called by: routing.profile_problems
create or replace function routing._eligible(p_location inventory.locations, p_rules jsonb) returns boolean
language sql immutable set search_path = pg_catalog, pg_temp
as $$
    select p_location.is_active and p_location.ships
        and case p_location.kind
            when 'supplier' then coalesce(p_rules #>> '{rest,do}' = 'dropship', false)
            else coalesce(p_rules -> 'kinds' ? p_location.kind, true) end
        and coalesce(p_rules -> 'location_ids' @> to_jsonb(p_location.id), true)
$$;

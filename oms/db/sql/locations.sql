-- The location ids the actor of this transaction is confined to; empty when unset.
-- Called by: row-level security policies, db.require_location
create or replace function db.locations() returns int[]
language sql stable parallel safe set search_path = pg_catalog, pg_temp
as $$
    select coalesce(
        string_to_array(nullif(nullif(current_setting('oms.locations', true), ''), '*'), ',')::int[], '{}')
$$;

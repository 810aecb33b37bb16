-- Whether the actor of this transaction sees every location. Unset means no.
-- Called by: row-level security policies, db.require_location
create or replace function db.sees_all() returns boolean
language sql stable parallel safe set search_path = pg_catalog, pg_temp
as $$ select coalesce(current_setting('oms.locations', true), '') = '*' $$;

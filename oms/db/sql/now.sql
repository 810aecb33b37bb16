-- The one clock: the test setting oms.now where given, else the start of the transaction.
-- Called by: everything that stamps or compares a time.
create or replace function db.now() returns timestamptz
language sql stable parallel safe set search_path = pg_catalog, pg_temp
as $$ select coalesce(nullif(current_setting('oms.now', true), '')::timestamptz, pg_catalog.now()) $$;

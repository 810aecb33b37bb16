-- Whether this transaction only tells of the past, by the setting oms.past: it leaves no work and writes to nobody.
-- Set by: the demo shop, for all but its last days. Called by: tasks.enqueue, notifications._on_event
create or replace function db.is_past() returns boolean
language sql stable parallel safe set search_path = pg_catalog, pg_temp
as $$ select coalesce(current_setting('oms.past', true), '') = 'on' $$;

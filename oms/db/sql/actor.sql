-- Who acts in this transaction, such as 'person:7' or 'job'; 'unknown' outside of one that says.
-- Called by: history.record, inventory._post, payments.record, orders.hold
create or replace function db.actor() returns text
language sql stable parallel safe set search_path = pg_catalog, pg_temp
as $$ select coalesce(nullif(current_setting('oms.actor', true), ''), 'unknown') $$;

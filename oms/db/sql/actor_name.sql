-- The name to show for who acts in this transaction.
-- Called by: history.record, inventory._post, payments.record, orders.hold
create or replace function db.actor_name() returns text
language sql stable parallel safe set search_path = pg_catalog, pg_temp
as $$ select coalesce(current_setting('oms.actor_name', true), '') $$;

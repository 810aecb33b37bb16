-- The id of the person who acts in this transaction; null where it is software.
-- Called by: the list of orders, orders.attach
create or replace function db.person_id() returns bigint
language sql stable parallel safe set search_path = pg_catalog, pg_temp
as $$ select substring(db.actor() from '^person:([0-9]{1,18})$')::bigint $$;

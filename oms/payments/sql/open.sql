-- Open something to be paid; returns its id. `p_due_minor` in minor units. Called by: orders.place
create or replace function payments.open(p_reference text, p_currency text, p_due_minor bigint) returns bigint
language sql security definer set search_path = pg_catalog, pg_temp
as $$
    insert into payments.payables (reference, currency, due_minor) values (p_reference, p_currency, p_due_minor) returning id
$$;

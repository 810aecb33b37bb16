-- Whether two results of routing.plan send other units from elsewhere. Called by: routing.continue_simulation, routing.judge
create or replace function routing._differs(p_was jsonb, p_would jsonb) returns boolean
language sql immutable set search_path = pg_catalog, pg_temp
as $$ select p_was -> 'allocations' <> p_would -> 'allocations' or p_was -> 'unfilled' <> p_would -> 'unfilled' $$;

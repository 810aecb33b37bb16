-- Have a request picked first (1), or in its turn (0); says whether that is new. Called by: orders.prioritize
create or replace function demand.prioritize(p_request_id bigint, p_priority int) returns boolean
language plpgsql security definer set search_path = pg_catalog, pg_temp
as $$
begin
    update demand.requests set priority = p_priority where id = p_request_id and priority <> p_priority;
    return found;
end
$$;

-- Trigger after update of demand lines: derive the statuses of the orders they belong to.
create or replace function orders._on_demand_lines() returns trigger
language plpgsql security definer set search_path = pg_catalog, pg_temp
as $$
begin
    perform orders._derive(o.id)
    from orders.orders as o
    where o.request_id in (select c.request_id from changed as c);
    return null;
end
$$;

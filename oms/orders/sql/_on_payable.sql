-- Trigger after update of a payable: derive the statuses of its order.
create or replace function orders._on_payable() returns trigger
language plpgsql security definer set search_path = pg_catalog, pg_temp
as $$
begin
    perform orders._derive(o.id) from orders.orders as o where o.payable_id = new.id;
    return null;
end
$$;

-- Trigger after update of demand lines: what is canceled is no longer due, and the statuses of their orders follow.
create or replace function orders._on_demand_lines() returns trigger
language plpgsql security definer set search_path = pg_catalog, pg_temp
as $$
declare
    v_order orders.orders;
begin
    for v_order in
        select o.* from orders.orders as o where o.request_id in (select c.request_id from changed as c) order by o.id
    loop
        if exists (select from changed as c where c.request_id = v_order.request_id and c.canceled > 0) then
            perform payments.waive(v_order.payable_id, orders._waived(v_order));
        end if;
        perform orders._derive(v_order.id);
    end loop;
    return null;
end
$$;

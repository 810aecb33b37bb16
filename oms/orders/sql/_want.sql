-- Ask stock for what a line of an order is made of: a kit's components as they are now, or the SKU itself.
-- Called by: orders._add_lines
create or replace function orders._want(p_order orders.orders, p_line_id bigint, p_variant_id bigint, p_quantity int) returns void
language sql security definer set search_path = pg_catalog, pg_temp
as $$
    insert into orders.components (demand_line_id, line_id, per_unit, weight)
    select demand.add_line(p_order.request_id, c.variant_id, c.quantity * p_quantity), p_line_id, c.quantity, c.weight
    from catalog.components(p_variant_id, p_order.currency) as c
$$;

-- What an order is found by: its number and names, its customer, its SKUs, and what is written in its fields.
-- Called by: orders.set_fields
create or replace function orders._search_text(p_order_id bigint, p_fields jsonb) returns text
language sql stable security definer set search_path = pg_catalog, pg_temp
as $$
    select left(lower(concat_ws(' ', o.number, o.external_name, o.external_id, c.name, a.name, c.email, c.phone,
        (select string_agg(l.sku, ' ') from orders.lines as l where l.order_id = o.id),
        (select string_agg(f.value, ' ') from jsonb_each_text(p_fields) as f))), 2000)
    from orders.orders as o
    left join customers.customers as c on c.id = o.customer_id
    left join customers.addresses as a on a.id = o.ship_to_id
    where o.id = p_order_id
$$;

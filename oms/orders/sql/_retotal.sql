-- Add an order up again after its lines were changed, and let that much be due. Its words are found by their new SKUs too.
-- Locks: the payable. Raises: orders_total_adds_up. Called by: orders._apply_change, orders.substitute
create or replace function orders._retotal(p_order_id bigint) returns void
language plpgsql security definer set search_path = pg_catalog, pg_temp
as $$
declare
    v_order orders.orders;
begin
    update orders.orders as o
    set lines_minor = s.lines, discount_minor = s.discounts, tax_minor = s.line_taxes + c.taxes,
        total_minor = s.lines - s.discounts + o.charges_minor + case when o.is_tax_included then 0 else s.line_taxes + c.taxes end,
        search = left(concat_ws(' ', o.search, (
            select string_agg(distinct lower(l.sku), ' ') from orders.lines as l
            where l.order_id = o.id and l.sku <> '' and position(lower(l.sku) in o.search) = 0)), 1000)
    from (
        select sum(l.quantity * l.unit_price_minor) as lines, sum(l.discount_minor) as discounts, sum(l.tax_minor) as line_taxes
        from orders.lines as l where l.order_id = p_order_id
    ) as s, (
        select coalesce(sum(n.tax_minor), 0) as taxes from orders.charges as n where n.order_id = p_order_id
    ) as c
    where o.id = p_order_id
    returning o.* into v_order;
    perform payments.set_due(v_order.payable_id, v_order.total_minor);
end
$$;

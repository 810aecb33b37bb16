-- What is no longer due of an order because it was canceled, in minor units. A line's rest is worth its share of price,
-- discount and taxes, as an invoice of it would say; charges stay due until nothing at all is wanted any more.
-- Called by: orders._on_demand_lines
create or replace function orders._waived(p_order orders.orders) returns bigint
language sql stable security definer set search_path = pg_catalog, pg_temp
as $$
    with line as (
        select l.id, l.quantity, d.wanted - d.canceled as kept, d.canceled, l.unit_price_minor, l.discount_minor, l.tax_minor
        from orders.lines as l join demand.lines as d on d.id = l.demand_line_id
        where l.order_id = p_order.id
    ), worth as (
        select l.kept,
               l.canceled * l.unit_price_minor - (l.discount_minor - round(l.discount_minor::numeric * l.kept / l.quantity)) as net,
               l.tax_minor - coalesce((
                   select sum(round(t.amount_minor::numeric * l.kept / l.quantity)) from orders.taxes as t where t.line_id = l.id), 0)
                   as tax
        from line as l
    )
    select case
        when sum(w.kept) = 0 then p_order.total_minor
        else least(p_order.total_minor, coalesce(sum(w.net + case when p_order.is_tax_included then 0 else w.tax end), 0))::bigint
    end
    from worth as w
$$;

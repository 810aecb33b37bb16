-- What one fulfillment order delivered of each line of its order. What makes whole units goes together (part_id null; one row for
-- each component); what is left of a kit that came in pieces goes unit by unit of its components. Each piece with its price and
-- the units of its component that it takes of the line's discount and taxes: `units` after the first `before`.
-- Called by: invoices._items
create or replace function invoices._pieces(p_order_id bigint, p_fulfillment_order_id bigint)
returns table (line_id bigint, part_id bigint, quantity int, unit_price_minor bigint, before int, units int, wanted int,
               discount_minor bigint, taxes bigint[])
language sql stable security definer set search_path = pg_catalog, pg_temp
as $$
    with came as (
        select s.*, coalesce(f.before, 0)::int as before, coalesce(f.now, 0)::int as now,
               min(coalesce(f.now, 0) / s.per_unit) over (partition by s.line_id)::int as whole
        from orders.shares(p_order_id) as s
        cross join lateral (
            select sum(f.picked) filter (where f.order_id = p_fulfillment_order_id) as now,
                   sum(f.picked) filter (where i.id is not null) as before
            from fulfillment.lines as f left join invoices.invoices as i on i.fulfillment_order_id = f.order_id
            where f.demand_line_id = s.demand_line_id
        ) as f
    )
    select c.line_id, null, c.whole, l.unit_price_minor, c.before, c.whole * c.per_unit, c.wanted, c.discount_minor, c.taxes
    from came as c join orders.lines as l on l.id = c.line_id
    where c.whole > 0
    union all
    select c.line_id, c.demand_line_id, 1, db.share(c.price_minor, n.before, 1, c.per_unit), n.before, 1, c.wanted,
           c.discount_minor, c.taxes
    from came as c
    cross join generate_series(c.before + c.whole * c.per_unit, c.before + c.now - 1) as n (before)
    union all
    select l.id, null, l.quantity, l.unit_price_minor, 0, l.quantity, l.quantity, l.discount_minor,
           array(select t.amount_minor from orders.taxes as t where t.line_id = l.id order by t.id)
    from orders.lines as l
    where l.order_id = p_order_id and not exists (select from orders.components as c where c.line_id = l.id)
        and not exists (select from invoices.lines as i where i.order_line_id = l.id)
$$;

-- What each component of an order's lines is worth: its share, by largest remainder, of the price of one unit, and of the
-- line's discount and taxes (by order of orders.taxes.id). All shares of a line sum to it exactly. The worth of some of its units is
-- db.share of the price over per_unit, and of the others over wanted.
-- Called by: orders._waived, invoices._delivered
create or replace function orders.shares(p_order_id bigint)
returns table (line_id bigint, demand_line_id bigint, per_unit int, wanted int, canceled int, price_minor bigint,
               discount_minor bigint, taxes bigint[])
language sql stable security definer set search_path = pg_catalog, pg_temp
as $$
    with line as (
        select l.id, l.discount_minor, array_agg(c.demand_line_id order by c.demand_line_id) as demand_line_ids,
               db.spread(l.unit_price_minor, array_agg(c.weight order by c.demand_line_id)) as prices
        from orders.lines as l join orders.components as c on c.line_id = l.id
        where l.order_id = p_order_id
        group by l.id
    )
    select l.id, d.id, c.per_unit, d.wanted, d.canceled, l.prices[n.place], (db.spread(l.discount_minor, l.prices))[n.place],
           array(select (db.spread(t.amount_minor, l.prices))[n.place] from orders.taxes as t where t.line_id = l.id order by t.id)
    from line as l
    cross join unnest(l.demand_line_ids) with ordinality as n (demand_line_id, place)
    join orders.components as c on c.demand_line_id = n.demand_line_id
    join demand.lines as d on d.id = n.demand_line_id
$$;

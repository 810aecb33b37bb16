-- How many units of each line of an order have neither left nor been canceled, and the demand that stands for one unit of it. A line
-- that needs no delivery has none. Called by: orders._chosen_lines, orders.cancel_lines
create or replace function orders._open_lines(p_order_id bigint)
returns table (line_id bigint, sku text, title text, quantity int, demand jsonb)
language sql stable security definer set search_path = pg_catalog, pg_temp
as $$
    select l.id, l.sku, l.title, min((d.wanted - d.canceled - d.shipped) / c.per_unit),
           jsonb_agg(jsonb_build_object('demand_line_id', d.id, 'per_unit', c.per_unit))
    from orders.lines as l
    join orders.components as c on c.line_id = l.id
    join demand.lines as d on d.id = c.demand_line_id
    where l.order_id = p_order_id
    group by l.id
$$;

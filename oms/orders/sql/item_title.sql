-- What a customer knows the goods of a demand line as: the title of the order's line, and of which part of a kit it is.
-- Called by: invoices._items, what mails and the customer's page say is in a parcel
create or replace function orders.item_title(p_demand_line_id bigint) returns text
language sql stable security definer set search_path = pg_catalog, pg_temp
as $$
    select case when d.variant_id = l.variant_id then l.title
                else concat_ws(': ', l.title, concat_ws(' ', p.title, nullif(v.title, ''))) end
    from orders.components as c
    join orders.lines as l on l.id = c.line_id
    join demand.lines as d on d.id = c.demand_line_id
    join catalog.variants as v on v.id = d.variant_id
    join catalog.products as p on p.id = v.product_id
    where c.demand_line_id = p_demand_line_id
$$;

-- The day everything that waits of a line is promised for; null when nothing waits or not all of it is promised.
-- Called by: the pages of orders and deliveries, the customer's page, the API, demand.waiting
create or replace function demand.promised_on(p_line_id bigint) returns date
language sql stable security definer set search_path = pg_catalog, pg_temp
as $$
    select max(p.promised_on)
    from demand.lines as l join demand.pegs as p on p.line_id = l.id and p.state in ('pegged', 'arrived')
    where l.id = p_line_id
    group by l.id
    having sum(p.quantity) >= l.backordered + l.unrouted
$$;

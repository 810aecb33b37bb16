-- The days the lines of an order were promised for, and how that stands: promised_on, expected_on (as it stands now; null: some of it
-- waits for stock), state and, when missed, cause (see routing.promises). A kit is promised for the day of its last component.
-- Lines of which not everything has got its place have no row.
-- Called by: the order page, the customer's page, mails, the API
create or replace function orders.promised(p_order_id bigint)
returns table (line_id bigint, promised_on date, expected_on date, state text, cause text)
language sql stable security definer set search_path = pg_catalog, pg_temp
as $$
    select c.line_id, max(p.promised_on), case when bool_and(p.expected_on is not null) then max(p.expected_on) end,
           (array_agg(p.state order by array_position('{missed,open,kept,withdrawn}', p.state)))[1],
           (array_agg(p.cause order by p.promised_on desc) filter (where p.state = 'missed'))[1]
    from orders.lines as l
    join orders.components as c on c.line_id = l.id
    join demand.lines as d on d.id = c.demand_line_id and d.canceled < d.wanted
    left join routing.promises as p on p.line_id = d.id
    where l.order_id = p_order_id
    group by c.line_id having bool_and(p.id is not null)
$$;

-- How much of which promises of a request nobody waits for any more: the latest first, what is still to come before what has
-- arrived. In the order of locks. Called by: demand._on_lines_settled
create or replace function demand._excess(p_request_id bigint) returns table (peg_id bigint, state text, quantity int)
language sql stable security definer set search_path = pg_catalog, pg_temp
as $$
    select e.id, e.state, least(e.quantity, e.excess - e.given_up)::int
    from (
        select p.*, sum(p.quantity) over (partition by p.line_id) - l.unrouted - l.backordered as excess,
               sum(p.quantity) over (
                   partition by p.line_id order by p.state = 'arrived', p.promised_on desc, p.id desc) - p.quantity as given_up
        from demand.pegs as p join demand.lines as l on l.id = p.line_id
        where l.request_id = p_request_id and p.state in ('pegged', 'arrived')
    ) as e
    where e.excess > e.given_up
    order by case when e.state = 'arrived' then e.variant_id end, case when e.state = 'arrived' then e.location_id end,
        e.incoming_line_id, e.id
$$;

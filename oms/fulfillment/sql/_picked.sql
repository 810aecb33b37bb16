-- How many units of a request are picked and have not left yet. Called by: orders.preview_cancellation
create or replace function fulfillment._picked(p_request_id bigint) returns int
language sql stable security definer set search_path = pg_catalog, pg_temp
as $$
    select coalesce(sum(l.picked), 0)::int
    from fulfillment.orders as o join fulfillment.lines as l on l.order_id = o.id
    where o.request_id = p_request_id and o.ended_at is null
$$;

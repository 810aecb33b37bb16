-- The allocations that a fulfillment order fills with what it has picked. Called by: fulfillment.ship, pickup.hand_over
create or replace function fulfillment._allocations(p_order_id bigint) returns bigint[]
language sql stable security definer set search_path = pg_catalog, pg_temp
as $$
    select coalesce(array_agg(l.allocation_id order by l.id), '{}') from fulfillment.lines as l
    where l.order_id = p_order_id and l.picked > 0
$$;

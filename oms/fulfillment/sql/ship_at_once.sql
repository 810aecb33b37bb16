-- All of a fulfillment order has left, says somebody who tells nothing of the steps before: what isn't picked, packed or labeled yet,
-- is now. Without a tracking number the label that was bought counts. Locks: request, lines, levels.
-- Raises: OM404, OM403, OM505 no label, OM506 done already, OM507 it has a label already, OM508 it is collected, OM520 on hold,
-- packages_label_has_tracking, orders_fulfillment_transition_lawful. Called by: the API
create or replace function fulfillment.ship_at_once(
    p_order_id bigint, p_carrier text default '', p_service text default '', p_tracking_number text default '',
    p_tracking_url text default '', p_weight_grams int default null
) returns void
language plpgsql security definer set search_path = pg_catalog, pg_temp
as $$
begin
    perform fulfillment._lock(p_order_id);
    perform fulfillment.pick(l.id, l.quantity - l.picked - l.short)
    from fulfillment.lines as l where l.order_id = p_order_id and l.quantity > l.picked + l.short;
    perform fulfillment.pack(p_order_id, p_weight_grams)
    from fulfillment.orders as o where o.id = p_order_id and o.state = 'picked';
    perform fulfillment.add_label(k.id, p_carrier, p_service, p_tracking_number, p_tracking_url)
    from fulfillment.packages as k where k.order_id = p_order_id and k.state <> 'voided' and p_tracking_number <> '';
    perform fulfillment.ship(p_order_id);
end
$$;

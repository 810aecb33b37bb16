-- Nobody wants this quantity of a line any more, which is unrouted or backordered. Raises: lines_quantities_not_negative.
-- Called by: fulfillment.cancel_lines, pickup.return_to_stock
create or replace function demand.cancel_line(p_line_id bigint, p_quantity int) returns void
language sql security definer set search_path = pg_catalog, pg_temp
as $$
    update demand.lines as l
    set unrouted = l.unrouted - least(l.unrouted, p_quantity),
        backordered = l.backordered - (p_quantity - least(l.unrouted, p_quantity)),
        canceled = l.canceled + p_quantity
    where l.id = p_line_id
$$;

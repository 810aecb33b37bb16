-- Nobody wants this unrouted quantity of a line any more. Raises: lines_quantities_not_negative.
-- Called by: pickup.return_to_stock
create or replace function demand.cancel_line(p_line_id bigint, p_quantity int) returns void
language sql security definer set search_path = pg_catalog, pg_temp
as $$
    update demand.lines set unrouted = unrouted - p_quantity, canceled = canceled + p_quantity where id = p_line_id
$$;

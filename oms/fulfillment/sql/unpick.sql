-- Put picked units of a line back: the undo of a wrong tap. A picked fulfillment order is being picked again.
-- Raises: OM503 quantity not positive, lines_picked_within_quantity, OM404, OM403, orders_fulfillment_transition_lawful.
-- Called by: the pick page
create or replace function fulfillment.unpick(p_line_id bigint, p_quantity int default 1) returns void
language plpgsql security definer set search_path = pg_catalog, pg_temp
as $$
begin
    perform fulfillment._start_picking(p_line_id, p_quantity);
    update fulfillment.lines set picked = picked - p_quantity where id = p_line_id;
end
$$;

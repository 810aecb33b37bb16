-- Pick a quantity of a line; the last one makes the fulfillment order picked. Raises: OM503 quantity not positive,
-- lines_picked_within_quantity, OM404, OM403, orders_fulfillment_transition_lawful. Called by: the pick page
create or replace function fulfillment.pick(p_line_id bigint, p_quantity int default 1) returns void
language plpgsql security definer set search_path = pg_catalog, pg_temp
as $$
declare
    v_line fulfillment.lines := fulfillment._start_picking(p_line_id, p_quantity);
begin
    update fulfillment.lines set picked = picked + p_quantity where id = p_line_id;
    perform fulfillment._settle_picking(v_line.order_id);
end
$$;

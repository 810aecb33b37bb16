-- Lock a line's fulfillment order and bring it to picking, accepting it on the way; returns the line.
-- Raises: OM503 quantity not positive, OM404, OM403, orders_fulfillment_transition_lawful.
-- Called by: fulfillment.pick, unpick, short
create or replace function fulfillment._start_picking(p_line_id bigint, p_quantity int) returns fulfillment.lines
language plpgsql security definer set search_path = pg_catalog, pg_temp
as $$
declare
    v_line fulfillment.lines;
    v_order fulfillment.orders;
begin
    if p_quantity is null or p_quantity <= 0 then
        raise exception using errcode = 'OM503', message = 'quantity must be positive';
    end if;
    select l.* into v_line from fulfillment.lines as l where l.id = p_line_id;
    v_order := fulfillment._lock(v_line.order_id);
    if v_order.state = 'released' then
        perform fulfillment._transition(v_order.id, 'accepted');
    end if;
    if v_order.state <> 'picking' then
        perform fulfillment._transition(v_order.id, 'picking');
    end if;
    select l.* into v_line from fulfillment.lines as l where l.id = p_line_id for update;
    return v_line;
end
$$;

-- A fulfillment order has less to do: the takes [{line_id, quantity, picked}] come off its lines. What is packed has to be packed
-- anew. Raises: OM311 it waits on a shelf. Called by: fulfillment.cancel_lines
create or replace function fulfillment._reduce(p_order fulfillment.orders, p_takes jsonb) returns void
language plpgsql security definer set search_path = pg_catalog, pg_temp
as $$
begin
    if p_order.state = 'ready_for_pickup' then
        raise exception using errcode = 'OM311', message = 'waits on a shelf', detail = jsonb_build_object('number', p_order.number)::text;
    end if;
    if p_order.state = 'packed' then
        perform fulfillment._void_packages(p_order.id);
        perform fulfillment._transition(p_order.id, 'picked', '{"reason": "changed"}');
    end if;
    delete from fulfillment.lines as l
    using jsonb_to_recordset(p_takes) as t (line_id bigint, quantity int)
    where l.id = t.line_id and l.quantity = t.quantity;
    update fulfillment.lines as l set quantity = l.quantity - t.quantity, picked = l.picked - t.picked
    from jsonb_to_recordset(p_takes) as t (line_id bigint, quantity int, picked int)
    where l.id = t.line_id;
    update fulfillment.orders set updated_at = db.now() where id = p_order.id;
    perform history.record('demand', p_order.request_id, 'fulfillment.reduced', jsonb_build_object(
        'fulfillment_order_id', p_order.id, 'number', p_order.number,
        'quantity', (select sum(t.quantity) from jsonb_to_recordset(p_takes) as t (quantity int)),
        'picked', (select sum(t.picked) from jsonb_to_recordset(p_takes) as t (picked int))), p_order.location_id);
    if p_order.state = 'picking' then
        perform fulfillment._settle_picking(p_order.id);
    end if;
end
$$;

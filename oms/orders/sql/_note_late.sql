-- Say that an order came after its hold was over, and put it on hold if stock does not cover it any more: somebody has to tell
-- the customer. Called by: orders.place
create or replace function orders._note_late(p_order orders.orders) returns void
language plpgsql security definer set search_path = pg_catalog, pg_temp
as $$
declare
    v_missing int := (select coalesce(sum(l.unrouted + l.backordered), 0) from demand.lines as l where l.request_id = p_order.request_id);
begin
    perform history.record('order', p_order.id, 'order.hold_was_over', jsonb_build_object('missing', v_missing));
    perform orders.hold(p_order.id, 'stock') where v_missing > 0;
end
$$;

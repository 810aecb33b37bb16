-- Take a hold off an order, and release it if nothing else speaks against it.
-- Raises: OM404, OM304 no such hold. Called by: the order page
create or replace function orders.unhold(p_order_id bigint, p_reason text) returns void
language plpgsql security definer set search_path = pg_catalog, pg_temp
as $$
begin
    perform orders._lock(p_order_id);
    update orders.holds set released_at = db.now(), released_by = db.actor_name()
    where order_id = p_order_id and reason = p_reason and released_at is null;
    if not found then
        raise exception using errcode = 'OM304', message = 'no such hold';
    end if;
    perform history.record('order', p_order_id, 'order.unheld', jsonb_build_object('reason', p_reason));
    perform orders._derive(p_order_id);
    perform orders._release(o) from orders.orders as o where o.id = p_order_id;
end
$$;

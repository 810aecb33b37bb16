-- Give up a proposed change; what was held for it is available again. Locks: request, order, the hold, level rows sorted.
-- Raises: OM404, OM319 over already. Called by: the order page, the API, orders.propose_change
create or replace function orders.discard_change(p_change_id bigint) returns void
language plpgsql security definer set search_path = pg_catalog, pg_temp
as $$
declare
    v_change orders.changes := orders._change(p_change_id);
begin
    perform orders._lock(v_change.order_id);
    perform orders._end_change(p_change_id, 'discarded');
    perform history.record('order', v_change.order_id, 'order.change_discarded', jsonb_build_object('change_id', p_change_id));
end
$$;

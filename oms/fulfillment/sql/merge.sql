-- Put the work of another fulfillment order, which nobody has begun to pick, into this one: same order, location and way of delivery.
-- Undone by fulfillment.split. Locks: request, both orders. Raises: OM322 packed or over, OM324 they don't belong together, OM404,
-- OM403. Called by: the page that rearranges work
create or replace function fulfillment.merge(p_order_id bigint, p_other_id bigint) returns void
language plpgsql security definer set search_path = pg_catalog, pg_temp
as $$
declare
    v_order fulfillment.orders := fulfillment._lock(p_order_id);
    v_other fulfillment.orders := fulfillment._lock(p_other_id);
begin
    perform fulfillment._require_movable(v_order, '{planned,released,accepted,picking,picked}');
    perform fulfillment._require_movable(v_other, '{planned,released,accepted}');
    if p_order_id = p_other_id or (v_order.state = 'planned') <> (v_other.state = 'planned')
        or (v_order.request_id, v_order.location_id, v_order.method)
            is distinct from (v_other.request_id, v_other.location_id, v_other.method)
    then
        raise exception using errcode = 'OM324', message = 'not together', detail = jsonb_build_object(
            'number', v_order.number, 'other', v_other.number)::text;
    end if;
    update fulfillment.lines set order_id = p_order_id where order_id = p_other_id;
    perform fulfillment._transition(p_other_id, 'canceled', jsonb_build_object('reason', 'merged', 'into', v_order.number));
    perform fulfillment._transition(p_order_id, 'picking') where v_order.state = 'picked';
    perform history.record('demand', v_order.request_id, 'fulfillment.merged', jsonb_build_object(
        'fulfillment_order_id', v_order.id, 'number', v_order.number, 'other', v_other.number), v_order.location_id);
end
$$;

-- Move a fulfillment order to a state and say so in the event log. The foreign key refuses an unlawful step; the same
-- step twice is refused here, so that of two people who tap at once one is told.
-- Raises: OM506 that is done already, OM520 on hold and must not leave, orders_fulfillment_transition_lawful.
-- Called by: every function of fulfillment and pickup that moves one.
create or replace function fulfillment._transition(p_order_id bigint, p_state text, p_data jsonb default '{}') returns void
language plpgsql security definer set search_path = pg_catalog, pg_temp
as $$
declare
    v_order fulfillment.orders;
begin
    update fulfillment.orders as o
    set state = p_state,
        updated_at = db.now(),
        accepted_at = case when p_state = 'released' then null when p_state = 'accepted' then coalesce(o.accepted_at, db.now())
                           else o.accepted_at end,
        picker = case when p_state = 'released' then '' when p_state = 'accepted' and o.picker = '' then db.actor_name()
                      else o.picker end,
        picked_at = case when p_state = 'picked' then db.now() when p_state = 'picking' then null else o.picked_at end,
        packed_at = case when p_state = 'packed' then db.now() when p_state = 'picked' then null else o.packed_at end,
        ended_at = case when p_state in ('shipped', 'collected', 'returned_to_stock', 'rejected', 'canceled') then db.now()
                        when p_state = 'delivered' then o.ended_at end
    where o.id = p_order_id and o.state <> p_state
    returning o.* into v_order;
    if v_order.id is null then
        raise exception using errcode = 'OM506', message = 'done already';
    end if;
    if p_state in ('shipped', 'ready_for_pickup', 'collected') and not exists (
        select from demand.requests as r where r.id = v_order.request_id and r.is_released
    ) then
        raise exception using errcode = 'OM520', message = 'on hold', detail = jsonb_build_object('number', v_order.number)::text;
    end if;
    perform history.record('demand', v_order.request_id, 'fulfillment.' || p_state,
        jsonb_build_object('fulfillment_order_id', v_order.id, 'number', v_order.number) || p_data, v_order.location_id);
end
$$;

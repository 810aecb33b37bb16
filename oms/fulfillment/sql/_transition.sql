-- Move a fulfillment order to a state and say so in the event log. The foreign key refuses an unlawful step.
-- Raises: orders_fulfillment_transition_lawful. Called by: every function of fulfillment and pickup that moves one.
create or replace function fulfillment._transition(p_order_id bigint, p_state text, p_data jsonb default '{}') returns void
language plpgsql security definer set search_path = pg_catalog, pg_temp
as $$
declare
    v_order fulfillment.orders;
begin
    update fulfillment.orders as o
    set state = p_state,
        updated_at = db.now(),
        accepted_at = case when p_state = 'accepted' then db.now() when p_state = 'released' then null else o.accepted_at end,
        picker = case when p_state = 'accepted' then db.actor_name() when p_state = 'released' then '' else o.picker end,
        picked_at = case when p_state = 'picked' then db.now() when p_state = 'picking' then null else o.picked_at end,
        packed_at = case when p_state = 'packed' then db.now() when p_state = 'picked' then null else o.packed_at end,
        ended_at = case when p_state in ('shipped', 'collected', 'returned_to_stock', 'rejected', 'canceled') then db.now()
                        when p_state = 'delivered' then o.ended_at end
    where o.id = p_order_id
    returning o.* into v_order;
    perform history.record('demand', v_order.request_id, 'fulfillment.' || p_state,
        jsonb_build_object('fulfillment_order_id', v_order.id, 'number', v_order.number) || p_data, v_order.location_id);
end
$$;

-- Take a fact from the carrier; the same fact twice is one, an old one does not turn the status back, and delivered is
-- final. A carrier that has it proves that it was handed over, also where nobody said so. Delivered delivers the order's
-- lines. Returns whether the fact was new. Raises: OM404, tracking_events_status_known.
-- Called by: the carriers' tracking task, the page of a fulfillment order
create or replace function fulfillment.record_tracking(
    p_package_id bigint, p_status text, p_description text, p_place text, p_occurred_at timestamptz
) returns boolean
language plpgsql security definer set search_path = pg_catalog, pg_temp
as $$
declare
    v_order fulfillment.orders;
begin
    v_order := fulfillment._lock((select p.order_id from fulfillment.packages as p where p.id = p_package_id));
    insert into fulfillment.tracking_events (package_id, status, description, place, occurred_at, received_at)
    values (p_package_id, p_status, p_description, p_place, p_occurred_at, db.now())
    on conflict (package_id, status, occurred_at) do nothing;
    if not found then
        return false;
    end if;
    if v_order.state = 'packed' and p_status in ('in_transit', 'out_for_delivery', 'available_for_pickup', 'delivered') then
        perform fulfillment.ship(v_order.id);
        v_order.state := 'shipped';
    end if;
    update fulfillment.packages as p
    set tracking_status = p_status, delivered_at = case when p_status = 'delivered' then p_occurred_at end
    where p.id = p_package_id and p.tracking_status <> 'delivered' and (p_status = 'delivered' or not exists (
        select from fulfillment.tracking_events as t where t.package_id = p.id and t.occurred_at > p_occurred_at));
    perform history.record('demand', v_order.request_id, 'tracking.' || p_status, jsonb_build_object(
        'package_id', p_package_id, 'number', v_order.number, 'description', p_description, 'place', p_place),
        v_order.location_id, p_occurred_at);
    if v_order.state = 'shipped' and not exists (
        select from fulfillment.packages as p
        where p.order_id = v_order.id and p.state = 'handed_over' and p.tracking_status <> 'delivered'
    ) then
        perform fulfillment._transition(v_order.id, 'delivered');
        perform demand.deliver(fulfillment._allocations(v_order.id));
    end if;
    return true;
end
$$;

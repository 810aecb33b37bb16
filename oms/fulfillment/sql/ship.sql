-- Hand the packages to the carrier: the stock leaves the ledger, the lines have shipped.
-- Locks: request, lines, levels. Raises: OM505 no label yet, OM508 it is collected, OM520 on hold, OM506 that is done already,
-- OM404, OM403, orders_fulfillment_transition_lawful. Called by: the pack page, fulfillment.record_tracking
create or replace function fulfillment.ship(p_order_id bigint) returns void
language plpgsql security definer set search_path = pg_catalog, pg_temp
as $$
declare
    v_order fulfillment.orders := fulfillment._lock(p_order_id);
    v_package fulfillment.packages;
begin
    if v_order.method <> 'ship' then
        raise exception using errcode = 'OM508', message = 'not to be shipped';
    end if;
    if v_order.state = 'packed' and exists (
        select from fulfillment.packages as p where p.order_id = p_order_id and p.state = 'draft'
    ) then
        raise exception using errcode = 'OM505', message = 'no label yet';
    end if;
    update fulfillment.packages as p set state = 'handed_over', handed_over_at = db.now()
    where p.order_id = p_order_id and p.state = 'label_purchased';
    select p.* into v_package from fulfillment.packages as p
    where p.order_id = p_order_id and p.state = 'handed_over' order by p.id desc limit 1;
    perform fulfillment._transition(p_order_id, 'shipped', jsonb_build_object(
        'carrier', v_package.carrier, 'tracking_number', v_package.tracking_number, 'package_id', v_package.id));
    perform demand.consume(fulfillment._allocations(p_order_id), 'shipped');
end
$$;

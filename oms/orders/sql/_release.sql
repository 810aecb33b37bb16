-- Let locations work on an order if nothing speaks against it: it is placed, not on hold, and paid or on terms.
-- Called by: orders.place, unhold, record_payment
create or replace function orders._release(p_order_id bigint) returns void
language plpgsql security definer set search_path = pg_catalog, pg_temp
as $$
declare
    v_order orders.orders;
begin
    select o.* into strict v_order from orders.orders as o where o.id = p_order_id;
    if v_order.state <> 'placed' or v_order.is_on_hold or not (
        v_order.terms <> 'prepaid' or v_order.payment_status in ('authorized', 'paid', 'overpaid', 'partially_refunded')
    ) then
        return;
    end if;
    if not exists (select from demand.requests as r where r.id = v_order.request_id and r.is_released) then
        perform history.record('order', p_order_id, 'order.released', jsonb_build_object('number', v_order.number));
        perform fulfillment.release(v_order.request_id);
    end if;
end
$$;

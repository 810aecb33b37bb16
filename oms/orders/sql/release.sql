-- Let locations work on an order if nothing speaks against it: it is placed, not on hold, and paid or on terms.
-- Returns whether it is released. Raises: OM404. Called by: orders.place, unhold, record_payment
create or replace function orders.release(p_order_id bigint) returns boolean
language plpgsql security definer set search_path = pg_catalog, pg_temp
as $$
declare
    v_order orders.orders;
begin
    select o.* into v_order from orders.orders as o where o.id = p_order_id;
    if v_order.id is null then
        raise exception using errcode = 'OM404', message = 'no such order';
    end if;
    if v_order.state <> 'placed' or v_order.is_on_hold or not (
        v_order.terms <> 'prepaid' or v_order.payment_status in ('authorized', 'paid', 'overpaid', 'partially_refunded')
    ) then
        return false;
    end if;
    if not exists (select from demand.requests as r where r.id = v_order.request_id and r.is_released) then
        perform history.record('order', p_order_id, 'order.released', jsonb_build_object('number', v_order.number));
        perform fulfillment.release(v_order.request_id);
    end if;
    return true;
end
$$;

-- Let locations work on an order, given as its row, if nothing speaks against it: it is placed, not on hold, and paid or on terms.
-- Called by: orders.place, unhold, record_payment
create or replace function orders._release(p_order orders.orders) returns void
language plpgsql security definer set search_path = pg_catalog, pg_temp
as $$
begin
    if p_order.state <> 'placed' or p_order.is_on_hold or not (
        p_order.terms <> 'prepaid' or p_order.payment_status in ('authorized', 'paid', 'overpaid', 'partially_refunded')
    ) then
        return;
    end if;
    if not exists (select from demand.requests as r where r.id = p_order.request_id and r.is_released) then
        perform history.record('order', p_order.id, 'order.released', jsonb_build_object('number', p_order.number));
        perform fulfillment.release(p_order.request_id);
    end if;
end
$$;

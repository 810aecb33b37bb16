-- Trigger at the end of the transaction in which sources were chosen: where units were left over, do what the profile says of them.
-- It puts the order on hold, once: who took that hold off has decided; or, when they begin to wait, has them canceled some days later.
create or replace function orders._on_decision() returns trigger
language plpgsql security definer set search_path = pg_catalog, pg_temp
as $$
declare
    v_rest jsonb := new.result -> 'rest';
    v_order orders.orders;
begin
    select o.* into v_order from orders.orders as o where o.request_id = new.request_id and o.state = 'placed';
    if v_order.id is null then
        return null;
    elsif v_rest ->> 'do' = 'hold' and not exists (
        select from orders.holds as h where h.order_id = v_order.id and h.reason = 'stock'
    ) then
        perform orders.hold(v_order.id, 'stock');
    elsif v_rest ->> 'do' = 'cancel' and not coalesce((
        select d.result #>> '{rest,do}' = 'cancel' from routing.decisions as d
        where d.request_id = new.request_id and d.id < new.id order by d.id desc limit 1), false)
    then
        perform tasks.enqueue('orders.cancel_rest', jsonb_build_object('order_id', v_order.id, 'decision_id', new.id),
            'orders.cancel_rest:' || new.id, db.now() + make_interval(days => (v_rest ->> 'days')::int));
    end if;
    return null;
end
$$;

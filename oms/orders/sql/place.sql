-- Place an order: capture it with its prices and taxes, record what was said of payment, reserve, route, and release it
-- if it may be worked on. The same (channel, external_id) again is the same order. Shape, all money in minor units:
-- {channel, external_id, name, placed_at, currency, tax_included, language, terms, customer: {..}, ship_to: {..}, bill_to: {..},
--  delivery: {method, location_id, title}, source_location_ids, stock_policy, substitution, discount_minor, note, tags, fields: {key: value},
--  lines: [{external_id, sku, title, quantity, unit_price_minor, discount_minor, taxes: [{name, rate, amount_minor}]}],
--  charges: [{kind, title, amount_minor, taxes}], payments: [{kind, amount_minor, gateway, reference, occurred_at}],
--  holds: [{reason, note}], hold: the key of what is held for it, see inventory.hold,
--  draft: the version of the draft that it is placed from, whose key is its external id}.
-- What is held goes to the order in the same step. Where its time was up, the order takes what is there; if that is not enough
-- and something was paid already, it waits on hold, whatever the policy.
-- Locks: order, lines, payable, the draft, the hold, levels sorted, incoming lines, backorder terms.
-- Raises: OM101 not enough stock, and no more may be sold beyond it; OM301 no lines, OM302 unknown SKU, OM344 and OM345 a field,
-- OM350 and OM351 a draft, orders_*, lines_*, holds_*. Called by: channels.place, orders.place_many
create or replace function orders.place(p_order jsonb, out order_id bigint, out number text, out is_new boolean)
language plpgsql security definer set search_path = pg_catalog, pg_temp
as $$
declare
    v_order orders.orders;
    v_hold_key text := nullif(p_order ->> 'hold', '');
    v_is_late boolean;
begin
    v_order := orders._capture(p_order);
    is_new := v_order.id is not null;
    if not is_new then
        select o.id, o.number into order_id, number from orders.orders as o
        where o.channel = p_order ->> 'channel' and o.external_id = p_order ->> 'external_id';
        return;
    end if;
    order_id := v_order.id;
    number := v_order.number;
    perform orders._add_lines(v_order, p_order);
    perform orders._add_charges(v_order.id, p_order);
    perform payments.record(v_order.payable_id, e.value)
    from jsonb_array_elements(coalesce(p_order -> 'payments', '[]')) as e;
    perform history.record('order', v_order.id, 'order.placed', jsonb_build_object(
        'number', v_order.number, 'channel', v_order.channel, 'total_minor', v_order.total_minor, 'currency', v_order.currency));
    insert into orders.holds (order_id, reason, note, placed_by, placed_at)
    select v_order.id, h.reason, coalesce(h.note, ''), db.actor_name(), db.now()
    from jsonb_to_recordset(coalesce(p_order -> 'holds', '[]')) as h (reason text, note text);
    perform history.record('order', h.order_id, 'order.held', jsonb_build_object('reason', h.reason, 'note', h.note))
    from orders.holds as h where h.order_id = v_order.id;
    v_order.payment_status := (select payments.status(p) from payments.payables as p where p.id = v_order.payable_id);
    v_order.is_on_hold := exists (select from orders.holds as h where h.order_id = v_order.id);
    perform routing.choose_profile(v_order.request_id, jsonb_strip_nulls(jsonb_build_object(
        'tags', to_jsonb(v_order.tags),
        'value_minor', (select v_order.total_minor from db.shop as s where s.currency = v_order.currency))));
    perform orders._release(v_order);  -- before routing, so that what is allocated is released at once
    v_hold_key := coalesce(v_hold_key, orders._take_draft(p_order ->> 'external_id', (p_order ->> 'draft')::int));
    v_is_late := v_hold_key is not null and inventory.claim_hold(v_hold_key) is null;
    perform routing.route(v_order.request_id, p_hold_key => v_hold_key);
    if not (v_is_late and v_order.payment_status <> 'none') then
        perform demand.require_promisable(v_order.request_id, coalesce(p_order ->> 'stock_policy', '') <> 'refuse');
    end if;
    perform fulfillment.plan(v_order.request_id);
    perform orders._derive(v_order.id, v_order.request_id, v_order.payable_id);
    perform orders._note_late(v_order) where v_is_late;
end
$$;

-- Make a proposed change, whole, in one step: it gets a version of its own. `p_version` is the version of the order that the person
-- saw, by default the one it was worked out on. `p_refunds` and `p_notifies` as for orders.cancel. Issued invoices stay as they are.
-- Locks: request, order, lines, payable, the hold, levels sorted. Raises: OM404, OM409 changed meanwhile, OM303 already over,
-- OM319 over already, and as orders._apply_change. Called by: the order page, the API
create or replace function orders.confirm_change(
    p_change_id bigint, p_version int default null, p_refunds boolean default false, p_notifies boolean default true
) returns void
language plpgsql security definer set search_path = pg_catalog, pg_temp
as $$
declare
    v_change orders.changes := orders._change(p_change_id);
    v_order orders.orders := orders._lock(v_change.order_id, coalesce(p_version, v_change.version));
    v_cancel jsonb;
begin
    v_change := orders._change(p_change_id);  -- as it is now that nobody else works on its order
    if v_change.state <> 'draft' or v_change.expires_at <= db.now() then
        raise exception using errcode = 'OM319', message = 'change is over already';
    elsif v_order.state <> 'placed' then
        raise exception using errcode = 'OM303', message = 'order is over', detail = jsonb_build_object('number', v_order.number)::text;
    end if;
    select coalesce(jsonb_agg(jsonb_build_object('sku', l.sku, 'title', l.title, 'quantity', c.quantity) order by l.position), '[]')
    into v_cancel
    from jsonb_to_recordset(v_change.wanted -> 'cancel') as c (line_id bigint, quantity int) join orders.lines as l on l.id = c.line_id;
    perform orders._keep_version(v_order.id, 'placed');
    perform history.record('order', v_order.id, 'order.edited', jsonb_build_object(
        'number', v_order.number, 'change_id', p_change_id, 'reason', v_change.reason, 'notifies', p_notifies, 'canceled', v_cancel,
        'added', (select coalesce(jsonb_agg(a.value - 'taxes'), '[]') from jsonb_array_elements(v_change.wanted -> 'add') as a),
        'address', v_change.wanted ? 'ship_to', 'delivery', v_change.wanted ? 'delivery', 'currency', v_order.currency,
        'difference_minor', (v_change.money_after ->> 'owed_minor')::bigint - (v_change.money_before ->> 'owed_minor')::bigint));
    perform orders._apply_change(v_order, v_change.wanted, v_change.reason, v_change.hold_key, p_refunds);
    perform orders._end_change(p_change_id, 'confirmed');
    perform orders._keep_version(v_order.id, 'edited', p_change_id);
end
$$;

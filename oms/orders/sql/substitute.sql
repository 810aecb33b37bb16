-- Send something else for what waits of a line: as many units as are available of one of its substitutes (see orders.offers), but no
-- more than `p_most`. What they stand in for is canceled; the new line costs what the price rule says. `p_has_agreed`: the customer
-- said yes to it, and to its price.
-- Returns the new line's id. Locks: request, order, lines, levels, payable. Raises: OM404, OM409 changed meanwhile, OM303 already over,
-- OM330 refused by the customer, OM331 nothing to send instead, OM332 nobody asked the customer, OM333 it costs more.
-- Called by: the order page, the API, orders.answer_question
create or replace function orders.substitute(
    p_order_id bigint, p_line_id bigint, p_substitute_id bigint, p_has_agreed boolean default false, p_version int default null,
    p_most int default null
) returns bigint
language plpgsql security definer set search_path = pg_catalog, pg_temp
as $$
declare
    v_order orders.orders := orders._lock(p_order_id, p_version);
    v_offer record;
    v_line_id bigint;
begin
    select f.* into v_offer from orders.offers(p_order_id) as f where f.line_id = p_line_id and f.substitute_id = p_substitute_id;
    perform orders._require_consent(v_order, v_offer, p_has_agreed);
    if p_most < v_offer.quantity then
        v_offer.difference_minor := v_offer.difference_minor / v_offer.quantity * p_most;
        v_offer.quantity := p_most;
    end if;
    perform orders._keep_version(p_order_id, 'placed');
    perform orders._add_lines(v_order, jsonb_build_object('lines', jsonb_build_array(
        orders._substituted(v_order, to_jsonb(v_offer)))));
    update orders.lines as l set instead_of_id = p_line_id
    where l.id = (select max(n.id) from orders.lines as n where n.order_id = p_order_id) returning l.id into v_line_id;
    perform orders._retotal(p_order_id);
    perform fulfillment._lock_levels(v_order.request_id);
    perform fulfillment.cancel_lines(v_order.request_id, (
        select jsonb_agg(jsonb_build_object('demand_line_id', c.demand_line_id, 'quantity', c.per_unit * v_offer.quantity))
        from orders.components as c where c.line_id = p_line_id));
    perform history.record('order', p_order_id, 'order.substituted', jsonb_build_object(
        'number', v_order.number, 'quantity', v_offer.quantity, 'sku', v_offer.sku, 'title', v_offer.substitute,
        'instead_of', v_offer.title, 'difference_minor', v_offer.difference_minor, 'currency', v_order.currency,
        'has_agreed', p_has_agreed));
    perform routing.route(v_order.request_id);
    perform routing.route(v_order.request_id, p_forgets => true)  -- where the one was not found there may be the other
    from orders.progress(p_order_id) as w where w.line_id = v_line_id and w.waiting > 0;
    perform fulfillment.plan(v_order.request_id);
    perform orders._keep_version(p_order_id, 'edited');
    return v_line_id;
end
$$;

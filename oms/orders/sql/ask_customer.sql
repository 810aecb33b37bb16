-- Ask the customer whether something else may be sent instead of what waits of a line (see orders.offers): a mail leads to their page,
-- where they answer. What they were asked about the same line before is withdrawn. Returns the question's id.
-- Locks: request, order. Raises: OM404, OM409 changed meanwhile, OM303 already over, OM330 refused by the customer, OM331 nothing to
-- send instead. Called by: the order page, the API
create or replace function orders.ask_customer(p_order_id bigint, p_line_id bigint, p_substitute_id bigint, p_version int default null)
returns bigint
language plpgsql security definer set search_path = pg_catalog, pg_temp
as $$
declare
    v_order orders.orders := orders._lock(p_order_id, p_version);
    v_offer record;
    v_id bigint;
begin
    select f.* into v_offer from orders.offers(p_order_id) as f where f.line_id = p_line_id and f.substitute_id = p_substitute_id;
    perform orders._require_consent(v_order, v_offer, true);
    update orders.questions set state = 'withdrawn', answered_at = db.now() where line_id = p_line_id and state = 'asked';
    insert into orders.questions (order_id, line_id, substitute_id, title, quantity, unit_price_minor, difference_minor, asked_by,
                                  asked_at)
    values (p_order_id, p_line_id, p_substitute_id, v_offer.substitute, v_offer.quantity, v_offer.unit_price_minor,
            v_offer.difference_minor, db.actor_name(), db.now())
    returning id into v_id;
    perform history.record('order', p_order_id, 'order.customer_asked', jsonb_build_object(
        'number', v_order.number, 'question_id', v_id, 'quantity', v_offer.quantity, 'title', v_offer.substitute,
        'instead_of', v_offer.title, 'difference_minor', v_offer.difference_minor, 'currency', v_order.currency));
    return v_id;
end
$$;

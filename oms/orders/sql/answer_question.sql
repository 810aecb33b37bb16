-- The customer answers what they were asked (see orders.ask_customer): yes sends it at once, no more of it than was asked about; no
-- leaves the line waiting. Locks: request, order, lines, levels, payable. Raises: OM404, OM334 answered or withdrawn already, OM335
-- that can't be had any more, not at this price, or nothing of the line waits, OM303 already over. Called by: the customer's page
create or replace function orders.answer_question(p_order_id bigint, p_question_id bigint, p_accepts boolean) returns void
language plpgsql security definer set search_path = pg_catalog, pg_temp
as $$
declare
    v_order orders.orders := orders._lock(p_order_id);
    v_question orders.questions;
begin
    select q.* into v_question from orders.questions as q where q.id = p_question_id and q.order_id = p_order_id;
    if v_question.id is null then
        raise exception using errcode = 'OM404', message = 'no such question';
    elsif v_question.state <> 'asked' then
        raise exception using errcode = 'OM334', message = 'answered already';
    end if;
    update orders.questions set state = case when p_accepts then 'accepted' else 'declined' end, answered_at = db.now()
    where id = p_question_id;
    if not p_accepts then
        perform history.record('order', p_order_id, 'order.substitute_declined', jsonb_build_object(
            'number', v_order.number, 'question_id', p_question_id, 'quantity', v_question.quantity,
            'title', v_question.title));
        return;
    end if;
    if not exists (
        select from orders.offers(p_order_id) as f
        where f.line_id = v_question.line_id and f.substitute_id = v_question.substitute_id
            and f.quantity > 0 and f.unit_price_minor = v_question.unit_price_minor
    ) then
        raise exception using errcode = 'OM335', message = 'not to be had any more';
    end if;
    perform orders.substitute(p_order_id, v_question.line_id, v_question.substitute_id, true, p_most => v_question.quantity);
end
$$;

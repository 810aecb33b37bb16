-- Refuse a substitute (a row of orders.offers) for an order that is over, that is not there, or that the customer did not agree to.
-- Raises: OM303, OM330, OM331, OM332, OM333. Called by: orders.substitute, ask_customer
create or replace function orders._require_consent(p_order orders.orders, p_offer record, p_has_agreed boolean) returns void
language plpgsql immutable security definer set search_path = pg_catalog, pg_temp
as $$
begin
    if p_order.state <> 'placed' then
        raise exception using errcode = 'OM303', message = 'order is over', detail = jsonb_build_object('number', p_order.number)::text;
    elsif p_order.substitution = 'refused' then
        raise exception using errcode = 'OM330', message = 'no substitutes wanted',
            detail = jsonb_build_object('number', p_order.number)::text;
    elsif coalesce(p_offer.quantity, 0) = 0 then
        raise exception using errcode = 'OM331', message = 'nothing to send instead';
    elsif p_offer.needs_consent and not p_has_agreed and p_offer.difference_minor > 0 then
        raise exception using errcode = 'OM333', message = 'it costs more', detail = jsonb_build_object('sku', p_offer.sku)::text;
    elsif p_offer.needs_consent and not p_has_agreed then
        raise exception using errcode = 'OM332', message = 'nobody asked the customer',
            detail = jsonb_build_object('sku', p_offer.sku)::text;
    end if;
end
$$;

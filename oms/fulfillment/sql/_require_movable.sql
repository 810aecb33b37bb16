-- Refuse to rearrange work that is packed or over, or not for a customer. Raises: OM322.
-- Called by: fulfillment.split, fulfillment.merge, fulfillment.move
create or replace function fulfillment._require_movable(p_order fulfillment.orders, p_states text[]) returns void
language plpgsql stable security definer set search_path = pg_catalog, pg_temp
as $$
begin
    if p_order.state <> all (p_states) or p_order.request_id is null then
        raise exception using errcode = 'OM322', message = 'too far for that', detail = jsonb_build_object('number', p_order.number)::text;
    end if;
end
$$;

-- Everything picked is in one box; returns the package's id. Weight in grams; null takes the sum of the variants.
-- Raises: OM404, OM403, OM508 it is collected, not shipped; orders_fulfillment_transition_lawful. Called by: the pack page
create or replace function fulfillment.pack(p_order_id bigint, p_weight_grams int default null) returns bigint
language plpgsql security definer set search_path = pg_catalog, pg_temp
as $$
declare
    v_order fulfillment.orders := fulfillment._lock(p_order_id);
    v_id bigint;
begin
    if v_order.method <> 'ship' then
        raise exception using errcode = 'OM508', message = 'not to be shipped';
    end if;
    perform fulfillment._transition(p_order_id, 'packed');
    insert into fulfillment.packages (order_id, weight_grams, created_at)
    select p_order_id, coalesce(p_weight_grams, sum(l.picked * v.weight_grams)), db.now()
    from fulfillment.lines as l join catalog.variants as v on v.id = l.variant_id
    where l.order_id = p_order_id
    returning id into v_id;
    return v_id;
end
$$;

-- Send an order somewhere else, or hand it over in another way; `p_wanted` {ship_to, delivery: {method, location_id, title}}. A new way
-- of delivery takes it back from its locations; a new address voids labels that were bought. It stays in its country, whose taxes it
-- carries. Raises: OM316 somebody has begun, OM317 another country, requests_*. Called by: orders._apply_change
create or replace function orders._redirect(p_order orders.orders, p_wanted jsonb) returns void
language plpgsql security definer set search_path = pg_catalog, pg_temp
as $$
declare
    v_method text := coalesce(p_wanted #>> '{delivery,method}', p_order.method);
    v_location_id int := case when v_method = 'pickup' then
        coalesce((p_wanted #>> '{delivery,location_id}')::int, p_order.pickup_location_id) end;
    v_title text := coalesce(p_wanted #>> '{delivery,title}', p_order.delivery_title);
    v_ship_to_id bigint := coalesce(customers.add_address(p_order.customer_id, p_wanted -> 'ship_to'), p_order.ship_to_id);
    v_countries int := (
        select count(distinct c.code) from (
            select a.country_code as code from customers.addresses as a where a.id in (v_ship_to_id, p_order.ship_to_id)
            union all
            select l.country_code from inventory.locations as l where l.id in (v_location_id, p_order.pickup_location_id)) as c);
begin
    if v_countries > 1 then
        raise exception using errcode = 'OM317', message = 'another country';
    end if;
    if (v_method, v_location_id) is distinct from (p_order.method, p_order.pickup_location_id) then
        perform fulfillment.withdraw(p_order.request_id);
    elsif v_ship_to_id <> p_order.ship_to_id then
        perform fulfillment.unpack(p_order.request_id);
    end if;
    update orders.orders set ship_to_id = v_ship_to_id, method = v_method, pickup_location_id = v_location_id, delivery_title = v_title
    where id = p_order.id;
    perform demand.redirect(p_order.request_id, v_ship_to_id, v_method, v_location_id, v_title);
end
$$;

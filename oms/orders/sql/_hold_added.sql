-- Hold what a change adds to an order, at the locations it would be sent from; a kit's components for a kit.
-- Raises: OM101 not enough stock, OM131 too many minutes. Called by: orders.propose_change
create or replace function orders._hold_added(p_order orders.orders, p_wanted jsonb, p_minutes int, p_key text) returns void
language plpgsql security definer set search_path = pg_catalog, pg_temp
as $$
declare
    v_request demand.requests;
    v_method text := coalesce(p_wanted #>> '{delivery,method}', p_order.method);
    v_lines jsonb;
begin
    select r.* into strict v_request from demand.requests as r where r.id = p_order.request_id;
    select jsonb_agg(jsonb_build_object('variant_id', c.variant_id, 'quantity', c.quantity * a.quantity)) into v_lines
    from jsonb_to_recordset(p_wanted -> 'add') as a (sku text, quantity int)
    join catalog.variants as v on v.sku = a.sku
    cross join catalog.components(v.id, p_order.currency) as c;
    perform routing.hold(v_lines, jsonb_strip_nulls(jsonb_build_object(
        'method', v_method, 'channel', p_order.channel,
        'location_id', case when v_method = 'pickup' then
            coalesce(p_wanted #> '{delivery,location_id}', to_jsonb(p_order.pickup_location_id)) end,
        'source_location_ids', v_request.source_location_ids,
        'country_code', (select a.country_code from customers.addresses as a where a.id = p_order.ship_to_id))),
        'change', p_order.number, p_minutes, p_key)
    where v_lines is not null;
end
$$;

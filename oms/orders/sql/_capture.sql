-- Insert the order with its customer and addresses, and open its payable and demand request; a row of nulls when it is already
-- there. The row itself is not tied to the two yet: while an order is being placed nothing derives its statuses, and
-- orders.place does it once, at the end.
-- Locks: the external id. Raises: orders_*. Called by: orders.place
create or replace function orders._capture(p_order jsonb) returns orders.orders
language plpgsql security definer set search_path = pg_catalog, pg_temp
as $$
declare
    v_new orders.orders := orders._header(p_order);
    v_order orders.orders;
begin
    if v_new.external_id is not null then  -- whoever places the same order meanwhile waits here
        perform pg_advisory_xact_lock(hashtextextended(v_new.channel || ' ' || v_new.external_id, 0));
    end if;
    if exists (select from orders.orders as o where o.channel = v_new.channel and o.external_id = v_new.external_id) then
        return null;
    end if;
    v_new.customer_id := customers.save(coalesce(p_order -> 'customer', '{}') || jsonb_build_object('language', v_new.language));
    v_new.ship_to_id := customers.add_address(v_new.customer_id, p_order -> 'ship_to');
    v_new.bill_to_id := coalesce(customers.add_address(v_new.customer_id, p_order -> 'bill_to'), v_new.ship_to_id);
    v_new.number := nextval('orders.numbers');
    insert into orders.orders (
        number, channel, external_id, external_name, customer_id, ship_to_id, bill_to_id, method, pickup_location_id, delivery_title,
        language, terms, substitution, currency, is_tax_included, lines_minor, discount_minor, charges_minor, tax_minor, total_minor, location_ids,
        due_at, note, tags, fields, search, placed_at, created_at, updated_at)
    values (
        v_new.number, v_new.channel, v_new.external_id, v_new.external_name, v_new.customer_id, v_new.ship_to_id, v_new.bill_to_id,
        v_new.method, v_new.pickup_location_id, v_new.delivery_title, v_new.language, v_new.terms, v_new.substitution, v_new.currency,
        v_new.is_tax_included, v_new.lines_minor, v_new.discount_minor, v_new.charges_minor, v_new.tax_minor, v_new.total_minor,
        array_remove(array[v_new.pickup_location_id], null), v_new.due_at, v_new.note, v_new.tags, v_new.fields,
        concat_ws(' ', v_new.number, v_new.search), v_new.placed_at, db.now(), db.now())
    returning * into v_order;
    v_order.payable_id := payments.open(v_order.number, v_order.currency, v_order.total_minor);
    v_order.request_id := demand.open_request(jsonb_build_object(
        'reference', v_order.number, 'channel', v_order.channel, 'customer_id', v_order.customer_id,
        'ship_to_id', v_order.ship_to_id, 'method', v_order.method, 'location_id', v_order.pickup_location_id,
        'service', v_order.delivery_title, 'language', v_order.language, 'wanted_at', v_order.due_at,
        'source_location_ids', p_order -> 'source_location_ids'));
    return v_order;
end
$$;

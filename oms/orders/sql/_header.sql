-- The order row that a given order amounts to, without ids. A shipment is due in two days, a pickup in one.
-- Called by: orders._capture
create or replace function orders._header(p_order jsonb) returns orders.orders
language plpgsql stable security definer set search_path = pg_catalog, pg_temp
as $$
declare
    v_order orders.orders;
    v_totals record := orders.totals(p_order);
begin
    v_order.channel := p_order ->> 'channel';
    v_order.external_id := nullif(p_order ->> 'external_id', '');
    v_order.external_name := coalesce(p_order ->> 'name', '');
    v_order.method := coalesce(p_order #>> '{delivery,method}', 'ship');
    v_order.pickup_location_id := (p_order #>> '{delivery,location_id}')::int;
    v_order.delivery_title := coalesce(p_order #>> '{delivery,title}', '');
    v_order.language := coalesce(nullif(p_order ->> 'language', ''), 'en');
    v_order.terms := coalesce(p_order ->> 'terms', 'prepaid');
    v_order.substitution := coalesce(p_order ->> 'substitution', 'ask');
    v_order.currency := p_order ->> 'currency';
    v_order.is_tax_included := coalesce((p_order ->> 'tax_included')::boolean, false);
    v_order.lines_minor := v_totals.lines_minor;
    v_order.discount_minor := v_totals.discount_minor;
    v_order.charges_minor := v_totals.charges_minor;
    v_order.tax_minor := v_totals.tax_minor;
    v_order.total_minor := v_totals.total_minor;
    v_order.placed_at := coalesce((p_order ->> 'placed_at')::timestamptz, db.now());
    v_order.due_at := db.now() + case v_order.method when 'pickup' then interval '1 day' else interval '2 days' end;
    v_order.note := coalesce(p_order ->> 'note', '');
    v_order.tags := orders._clean_tags(array(select jsonb_array_elements_text(coalesce(p_order -> 'tags', '[]'))));
    v_order.fields := jsonb_strip_nulls(orders._fields(p_order -> 'fields'));
    v_order.search := left(lower(concat_ws(' ', v_order.external_name, v_order.external_id, p_order #>> '{customer,name}',
        p_order #>> '{ship_to,name}', p_order #>> '{customer,email}', p_order #>> '{customer,phone}',
        (select string_agg(l.value ->> 'sku', ' ') from jsonb_array_elements(p_order -> 'lines') as l),
        (select string_agg(f.value, ' ') from jsonb_each_text(v_order.fields) as f))), 2000);
    return v_order;
end
$$;

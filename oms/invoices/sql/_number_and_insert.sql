-- Take the next number of the year's series and insert the invoice; returns its id. Locks: the counter row.
-- Called by: invoices.issue
create or replace function invoices._number_and_insert(p_order orders.orders, p_work fulfillment.orders, p_items jsonb) returns bigint
language plpgsql security definer set search_path = pg_catalog, pg_temp
as $$
declare
    v_shop db.shop;
    v_today date;
    v_amount bigint;
    v_tax bigint;
    v_counter invoices.counters;
    v_id bigint;
begin
    select s.* into strict v_shop from db.shop as s;
    v_today := (db.now() at time zone v_shop.time_zone)::date;
    select sum((i.value ->> 'amount_minor')::bigint), coalesce(sum((
        select sum((t.value ->> 'amount_minor')::bigint) from jsonb_array_elements(i.value -> 'taxes') as t)), 0)
    into v_amount, v_tax from jsonb_array_elements(p_items) as i;
    insert into invoices.counters as c (series, last_number) values (to_char(v_today, 'YYYY'), 1)
    on conflict (series) do update set last_number = c.last_number + 1
    returning c.* into v_counter;
    insert into invoices.invoices (
        number, series, sequence, order_id, fulfillment_order_id, location_ids, seller, bill_to_id, ship_to_id, customer_id, language,
        currency, is_tax_included, net_minor, tax_minor, total_minor, issued_on, delivered_on, issued_at)
    values (
        'INV-' || v_counter.series || '-' || lpad(v_counter.last_number::text, 6, '0'), v_counter.series, v_counter.last_number,
        p_order.id, p_work.id, array[p_work.location_id], to_jsonb(v_shop) - 'is_only', p_order.bill_to_id, p_order.ship_to_id,
        p_order.customer_id, p_order.language, p_order.currency, p_order.is_tax_included,
        v_amount - case when p_order.is_tax_included then v_tax else 0 end, v_tax,
        v_amount + case when p_order.is_tax_included then 0 else v_tax end,
        v_today, (p_work.ended_at at time zone v_shop.time_zone)::date, db.now())
    returning id into v_id;
    return v_id;
end
$$;

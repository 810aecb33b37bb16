-- Insert an invoice's lines and taxes from its items. Called by: invoices.issue
create or replace function invoices._insert_items(p_invoice_id bigint, p_is_tax_included boolean, p_items jsonb) returns void
language plpgsql security definer set search_path = pg_catalog, pg_temp
as $$
declare
    v_item record;
    v_line_id bigint;
    v_tax bigint;
begin
    for v_item in select i.value as given, i.ordinality::int as position from jsonb_array_elements(p_items) with ordinality as i loop
        select coalesce(sum((t.value ->> 'amount_minor')::bigint), 0) into v_tax
        from jsonb_array_elements(v_item.given -> 'taxes') as t;
        insert into invoices.lines (
            invoice_id, position, order_line_id, charge_id, demand_line_id, sku, title, quantity, unit_price_minor, discount_minor,
            amount_minor, tax_minor)
        values (
            p_invoice_id, v_item.position, (v_item.given ->> 'line_id')::bigint, (v_item.given ->> 'charge_id')::bigint,
            (v_item.given ->> 'demand_line_id')::bigint, v_item.given ->> 'sku', v_item.given ->> 'title', (v_item.given ->> 'quantity')::int,
            (v_item.given ->> 'unit_price_minor')::bigint, (v_item.given ->> 'discount_minor')::bigint,
            (v_item.given ->> 'amount_minor')::bigint, v_tax)
        returning id into v_line_id;
        insert into invoices.taxes (invoice_id, line_id, name, rate, base_minor, amount_minor)
        select p_invoice_id, v_line_id, t.value ->> 'name', (t.value ->> 'rate')::numeric,
               (v_item.given ->> 'amount_minor')::bigint - case when p_is_tax_included then v_tax else 0 end,
               (t.value ->> 'amount_minor')::bigint
        from jsonb_array_elements(v_item.given -> 'taxes') as t;
    end loop;
end
$$;

-- Issue the invoice for what a fulfillment order delivered; returns its id, the same one when asked again, or null when
-- nothing was delivered or the hand-over can still be undone. Amounts of part deliveries are cumulative shares: they sum exactly.
-- The number is gapless: its counter row is taken last, after everything is computed. Locks: request, counter.
-- Raises: OM404. Called by: jobs.invoices.issue
create or replace function invoices.issue(p_fulfillment_order_id bigint) returns bigint
language plpgsql security definer set search_path = pg_catalog, pg_temp
as $$
declare
    v_work fulfillment.orders := fulfillment._lock(p_fulfillment_order_id);
    v_order orders.orders;
    v_items jsonb;
    v_id bigint;
begin
    select i.id into v_id from invoices.invoices as i where i.fulfillment_order_id = p_fulfillment_order_id;
    if v_id is not null or v_work.state not in ('shipped', 'delivered', 'collected')
        or v_work.state = 'collected' and v_work.ended_at > db.now() - interval '30 seconds'
    then
        return v_id;
    end if;
    select o.* into strict v_order from orders.orders as o where o.request_id = v_work.request_id;
    v_items := invoices._items(v_order, p_fulfillment_order_id);
    if v_items = '[]' then
        return null;
    end if;
    v_id := invoices._number_and_insert(v_order, v_work, v_items);
    perform invoices._insert_items(v_id, v_order.is_tax_included, v_items);
    perform tasks.enqueue('invoices.render', jsonb_build_object('invoice_id', v_id), 'invoices.render:' || v_id);
    perform history.record('order', v_order.id, 'invoice.issued', jsonb_build_object(
        'invoice_id', v_id, 'number', (select i.number from invoices.invoices as i where i.id = v_id)), v_work.location_id);
    return v_id;
end
$$;

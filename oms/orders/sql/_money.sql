-- What an order comes to now, in minor units: {total_minor, waived_minor, owed_minor, captured_minor, refunded_minor,
-- outstanding_minor, refund_due_minor}. Called by: orders._request_refund, the previews
create or replace function orders._money(p_order_id bigint) returns jsonb
language sql stable security definer set search_path = pg_catalog, pg_temp
as $$
    select jsonb_build_object(
        'total_minor', o.total_minor, 'waived_minor', p.waived_minor, 'owed_minor', p.due_minor - p.waived_minor,
        'captured_minor', p.captured_minor, 'refunded_minor', p.refunded_minor,
        'outstanding_minor', greatest(p.due_minor - p.waived_minor - p.captured_minor, 0),
        'refund_due_minor', greatest(p.captured_minor - p.refunded_minor - p.due_minor + p.waived_minor, 0))
    from orders.orders as o join payments.payables as p on p.id = o.payable_id
    where o.id = p_order_id
$$;

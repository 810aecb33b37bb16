-- The payment status that a payable's counters amount to. What is canceled is no longer owed; more than is owed and not
-- given back is overpaid: a refund is due. Authorized means that all of what is owed is. Called by: orders._derive
create or replace function payments.status(p_payable payments.payables) returns text
language sql immutable set search_path = pg_catalog, pg_temp
as $$
    select case
        when p.refunded_minor > 0 and p.refunded_minor = p.captured_minor then 'refunded'
        when p.captured_minor - p.refunded_minor > p.owed_minor then 'overpaid'
        when p.refunded_minor > 0 then 'partially_refunded'
        when p.captured_minor > 0 and p.captured_minor = p.owed_minor or p.due_minor = 0 then 'paid'
        when p.owed_minor > 0 and p.authorized_minor - p.voided_minor >= p.owed_minor then 'authorized'
        when p.captured_minor > 0 then 'partially_paid'
        when p.voided_minor > 0 or p.owed_minor = 0 then 'voided'
        else 'none'
    end
    from (select (p_payable).*, p_payable.due_minor - p_payable.waived_minor as owed_minor) as p
$$;

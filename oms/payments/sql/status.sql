-- The payment status that a payable's counters amount to. What is canceled is no longer owed; more than is owed and not
-- given back is overpaid: a refund is due. Authorized means that all of what is owed is.
-- One expression without settings of its own, so that PostgreSQL puts it into the query: no call for each row.
-- Called by: orders._derive, orders.place, the promise that statuses follow the facts
create or replace function payments.status(p_payable payments.payables) returns text
language sql immutable parallel safe
as $$
    select case
        when p_payable.refunded_minor > 0 and p_payable.refunded_minor = p_payable.captured_minor then 'refunded'
        when p_payable.captured_minor - p_payable.refunded_minor > p_payable.due_minor - p_payable.waived_minor then 'overpaid'
        when p_payable.refunded_minor > 0 then 'partially_refunded'
        when p_payable.captured_minor > 0 and p_payable.captured_minor = p_payable.due_minor - p_payable.waived_minor
            or p_payable.due_minor = 0 then 'paid'
        when p_payable.due_minor > p_payable.waived_minor
            and p_payable.authorized_minor - p_payable.voided_minor >= p_payable.due_minor - p_payable.waived_minor then 'authorized'
        when p_payable.captured_minor > 0 then 'partially_paid'
        when p_payable.voided_minor > 0 or p_payable.due_minor = p_payable.waived_minor then 'voided'
        else 'none'
    end
$$;

-- The payment status that a payable's counters amount to. Called by: orders._on_payable
create or replace function payments.status(p_payable payments.payables) returns text
language sql immutable set search_path = pg_catalog, pg_temp
as $$
    select case
        when p_payable.refunded_minor > 0 and p_payable.refunded_minor = p_payable.captured_minor then 'refunded'
        when p_payable.refunded_minor > 0 then 'partially_refunded'
        when p_payable.captured_minor > p_payable.due_minor then 'overpaid'
        when p_payable.captured_minor = p_payable.due_minor then 'paid'
        when p_payable.captured_minor > 0 then 'partially_paid'
        when p_payable.authorized_minor > p_payable.voided_minor then 'authorized'
        when p_payable.voided_minor > 0 then 'voided'
        else 'none'
    end
$$;

-- Say how much is due for something, in minor units: what it is for was changed. Locks: the payable.
-- Raises: payables_due_not_negative, payables_waived_within_due. Called by: orders._retotal
create or replace function payments.set_due(p_payable_id bigint, p_due_minor bigint) returns void
language sql security definer set search_path = pg_catalog, pg_temp
as $$
    update payments.payables set due_minor = p_due_minor where id = p_payable_id and due_minor <> p_due_minor
$$;

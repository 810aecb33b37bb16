-- Say how much of a payable is no longer due, in all. `p_waived_minor` in minor units. Locks: the payable.
-- Raises: payables_waived_within_due. Called by: orders._on_demand_lines
create or replace function payments.waive(p_payable_id bigint, p_waived_minor bigint) returns void
language sql security definer set search_path = pg_catalog, pg_temp
as $$
    update payments.payables set waived_minor = p_waived_minor where id = p_payable_id and waived_minor <> p_waived_minor
$$;

-- Back to a draft, to change it: what was reserved for it is free again. Locks: the transfer, level rows, sorted.
-- Raises: OM143 it is no longer just ready, OM403 not at the source, OM404, OM409. Called by: the transfer page
create or replace function inventory.reopen_transfer(p_transfer_id bigint, p_version int default null) returns void
language plpgsql security definer set search_path = pg_catalog, pg_temp
as $$
begin
    perform inventory.unreserve(inventory._prepare_transfer(p_transfer_id, p_version, 'draft'));
    perform inventory._unbind_transfer(p_transfer_id);
end
$$;

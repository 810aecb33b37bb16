-- A draft is ready to be packed: from here on its units are reserved at the source, so that no order takes them.
-- Locks: the transfer, level rows, sorted. Raises: OM101 not enough available, OM142 nothing to send, OM403 not at the
-- source, OM404, OM409, transfers_transition_lawful. Called by: the transfer page, the API, the demo shop
create or replace function inventory.ready_transfer(p_transfer_id bigint, p_version int default null) returns void
language plpgsql security definer set search_path = pg_catalog, pg_temp
as $$
declare
    v_transfer inventory.transfers := inventory._lock_transfer(p_transfer_id, p_version);
begin
    perform db.require_location(v_transfer.source_id);
    perform inventory._move_transfer(p_transfer_id, 'ready');
    perform inventory.reserve(inventory._transfer_claims(v_transfer));
end
$$;

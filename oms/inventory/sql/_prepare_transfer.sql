-- Take a transfer to a state that its source decides on, before it is sent; returns what it takes from there.
-- Locks: the transfer. Raises: OM142 nothing to send, OM143, OM403 not at the source, OM404, OM409, transfers_transition_lawful.
-- Called by: inventory.ready_transfer, reopen_transfer
create or replace function inventory._prepare_transfer(p_transfer_id bigint, p_version int, p_state text) returns jsonb
language plpgsql security definer set search_path = pg_catalog, pg_temp
as $$
declare
    v_transfer inventory.transfers := inventory._lock_transfer(p_transfer_id, p_version);
begin
    perform db.require_location(v_transfer.source_id);
    perform inventory._move_transfer(p_transfer_id, p_state);
    return inventory._transfer_claims(v_transfer);
end
$$;

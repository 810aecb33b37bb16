-- Give a transfer up before it is sent; what was reserved for it is free again. A draft may be given up from either end.
-- Locks: the transfer, level rows, sorted. Raises: OM143, OM403, OM404, OM409, transfers_transition_lawful once it was sent.
-- Called by: the transfer page, the API
create or replace function inventory.cancel_transfer(p_transfer_id bigint, p_version int default null) returns void
language plpgsql security definer set search_path = pg_catalog, pg_temp
as $$
declare
    v_transfer inventory.transfers := inventory._lock_transfer(p_transfer_id, p_version);
begin
    perform inventory._move_transfer(p_transfer_id, 'canceled');
    if v_transfer.state = 'ready' then
        perform db.require_location(v_transfer.source_id);
        perform inventory.unreserve(inventory._transfer_claims(v_transfer));
        perform inventory._unbind_transfer(p_transfer_id);
    end if;
end
$$;

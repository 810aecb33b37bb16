-- A draft is ready to be packed: from here on its units are reserved at the source, so that no order takes them; where they are
-- told apart, so are the lots that go along. Locks: the transfer, level rows, sorted. Raises: OM101 not enough available, OM142
-- nothing to send, OM191 not that many of a chosen lot, OM403 not at the source, OM404, OM409, transfers_transition_lawful.
-- Called by: the transfer page, the API, the demo shop
create or replace function inventory.ready_transfer(p_transfer_id bigint, p_version int default null) returns void
language plpgsql security definer set search_path = pg_catalog, pg_temp
as $$
begin
    perform inventory.reserve(inventory._prepare_transfer(p_transfer_id, p_version, 'ready'));
    perform inventory._bind_transfer(p_transfer_id);
end
$$;

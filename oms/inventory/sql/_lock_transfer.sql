-- Lock a transfer for a step; refuse a reader who works at neither end, and one who has seen another version.
-- Locks: the transfer. Raises: OM404, OM409 changed meanwhile. Called by: every function that changes a transfer
create or replace function inventory._lock_transfer(p_transfer_id bigint, p_version int default null) returns inventory.transfers
language plpgsql security definer set search_path = pg_catalog, pg_temp
as $$
declare
    v_transfer inventory.transfers;
begin
    select t.* into v_transfer from inventory.transfers as t where t.id = p_transfer_id for update;
    if v_transfer.id is null
        or not (db.sees_all() or array[v_transfer.source_id, v_transfer.destination_id] && db.locations()) then
        raise exception using errcode = 'OM404', message = 'no such transfer';
    end if;
    if p_version is not null and p_version <> v_transfer.version then
        raise exception using errcode = 'OM409', message = 'changed meanwhile';
    end if;
    return v_transfer;
end
$$;

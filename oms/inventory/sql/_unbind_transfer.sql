-- Give back the lots of a transfer whose units were just given back: what is spoiled by now is unavailable. What somebody chose is
-- remembered. Locks: nothing more than the levels. Called by: inventory.reopen_transfer, cancel_transfer
create or replace function inventory._unbind_transfer(p_transfer_id bigint) returns void
language plpgsql security definer set search_path = pg_catalog, pg_temp
as $$
begin
    perform inventory.post_lots(inventory._lot_changes(inventory._transfer_lots(p_transfer_id), t.source_id, 0, -1))
    from inventory.transfers as t where t.id = p_transfer_id;
    delete from inventory.transfer_lots as x where x.transfer_id = p_transfer_id and x.chosen = 0;
    update inventory.transfer_lots as x set quantity = 0 where x.transfer_id = p_transfer_id;
end
$$;

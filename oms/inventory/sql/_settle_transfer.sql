-- Let the state of a transfer that was sent follow its lines: all of it under way, some of it, nothing any more.
-- Raises: transfers_transition_lawful. Called by: inventory.receive_transfer, close_transfer, undo_transfer_receipt
create or replace function inventory._settle_transfer(p_transfer inventory.transfers) returns void
language plpgsql security definer set search_path = pg_catalog, pg_temp
as $$
declare
    v_state text;
begin
    select case when sum(l.under_way) = 0 then 'received' when sum(l.under_way) < sum(l.sent) then 'partially_received' else 'in_transit' end
    into v_state from inventory.transfer_lines as l where l.transfer_id = p_transfer.id;
    if v_state <> p_transfer.state then
        perform inventory._move_transfer(p_transfer.id, v_state);
    else
        perform history.record('transfer', p_transfer.id, 'transfer.changed', jsonb_build_object('number', p_transfer.number));
    end if;
end
$$;

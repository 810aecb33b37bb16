-- Take a transfer to a state and say so in the event log. The foreign key refuses an unlawful step; the same step twice
-- is refused here. Raises: OM143 not now, transfers_transition_lawful. Called by: every function that takes a step
create or replace function inventory._move_transfer(p_transfer_id bigint, p_state text) returns void
language plpgsql security definer set search_path = pg_catalog, pg_temp
as $$
declare
    v_transfer inventory.transfers;
begin
    update inventory.transfers as t
    set state = p_state,
        version = t.version + 1,
        sent_at = case when p_state = 'in_transit' then coalesce(t.sent_at, db.now()) when p_state <> 'ready' then t.sent_at end,
        received_at = case when p_state = 'received' then db.now() end,
        updated_at = db.now()
    where t.id = p_transfer_id and t.state <> p_state
    returning t.* into v_transfer;
    if v_transfer.id is null then
        raise exception using errcode = 'OM143', message = 'not now';
    end if;
    perform history.record('transfer', v_transfer.id, 'transfer.' || p_state, jsonb_build_object('number', v_transfer.number));
end
$$;

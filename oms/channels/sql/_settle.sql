-- Place a given order, or put it into quarantine with every reason at once. `p_quarantine_id`: the record that is tried again.
-- Locks: the record, then as orders.place. Raises: OM101 under the policy refuse, where the sender waits for the answer.
-- Called by: channels.place, retry_quarantine
create or replace function channels._settle(
    p_channel channels.channels, p_order jsonb, p_import_id bigint, p_quarantine_id bigint
) returns jsonb
language plpgsql security definer set search_path = pg_catalog, pg_temp
as $$
declare
    v_ready record := channels._prepare(p_channel, p_order);
    v_placed record;
    v_short text;
begin
    if v_ready.reasons <> '[]' then
        return channels._quarantine(p_channel, p_order, v_ready.reasons, p_import_id, p_quarantine_id);
    end if;
    begin
        v_placed := orders.place(v_ready.prepared);
    exception when sqlstate 'OM101' then
        if p_channel.kind in ('api', 'phone') then
            raise;
        end if;
        get stacked diagnostics v_short = pg_exception_detail;  -- a shop has sold it already: refusing would lose the order
        return channels._quarantine(p_channel, p_order, jsonb_build_array(
            v_short::jsonb || jsonb_build_object('code', 'not_enough_stock', 'pointer', '/lines')), p_import_id, p_quarantine_id);
    end;
    if p_quarantine_id is not null then
        update channels.quarantine set state = 'resolved', order_id = v_placed.order_id, updated_at = db.now(), version = version + 1
        where id = p_quarantine_id and state = 'open';
        perform history.record('quarantine', p_quarantine_id, 'quarantine.resolved', jsonb_build_object('number', v_placed.number));
    end if;
    return channels._known(p_channel.code, v_ready.prepared ->> 'external_id', v_placed.order_id)
        || jsonb_build_object('outcome', case when v_placed.is_new then 'placed' else 'known' end);
end
$$;

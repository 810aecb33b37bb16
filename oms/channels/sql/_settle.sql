-- Place a given order, or put it into quarantine with every reason at once, also where placing it fails.
-- `p_quarantine_id`: the record that is tried again.
-- Locks: the record, then as orders.place. Raises: what orders.place does, where the sender waits for the answer.
-- Called by: channels.place, retry_quarantine
create or replace function channels._settle(
    p_channel channels.channels, p_order jsonb, p_import_id bigint, p_quarantine_id bigint
) returns jsonb
language plpgsql security definer set search_path = pg_catalog, pg_temp
as $$
declare
    v_ready record := channels._prepare(p_channel, p_order);
    v_placed jsonb;
begin
    if v_ready.reasons <> '[]' then
        return channels._quarantine(p_channel, p_order, v_ready.reasons, p_import_id, p_quarantine_id);
    end if;
    if p_channel.kind in ('api', 'phone') then
        v_placed := (select to_jsonb(p) from orders.place(v_ready.prepared) as p);
    else  -- a shop has sold it already: refusing would lose the order
        v_placed := orders.place_many(jsonb_build_array(v_ready.prepared)) -> 0;
    end if;
    if v_placed ? 'refusal' then
        return channels._quarantine(p_channel, p_order, jsonb_build_array(channels._refused(v_placed)), p_import_id, p_quarantine_id);
    end if;
    if p_quarantine_id is not null then
        update channels.quarantine
        set state = 'resolved', order_id = (v_placed ->> 'order_id')::bigint, updated_at = db.now(), version = version + 1
        where id = p_quarantine_id and state = 'open';
        perform history.record('quarantine', p_quarantine_id, 'quarantine.resolved', jsonb_build_object('number', v_placed -> 'number'));
    end if;
    return channels._known(p_channel.code, v_ready.prepared ->> 'external_id', (v_placed ->> 'order_id')::bigint)
        || jsonb_build_object('outcome', case when (v_placed -> 'is_new')::boolean then 'placed' else 'known' end);
end
$$;

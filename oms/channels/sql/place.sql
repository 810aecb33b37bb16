-- The one way in for the orders of every channel, in one transaction: completes the given order, collects every problem at once,
-- and places it or puts it into quarantine. Shape as for orders.place, where most may be absent, plus: external_id,
-- stated_total_minor (the channel's own total), delivery.location (a code or name), lines[].requires_shipping,
-- lines[].fulfilled_quantity and removed_quantity (what the channel has sent or taken off already), updated_at (when the channel
-- last changed it), accept_total (take the channel's total as it is). Absent taxes are computed for phone and API.
-- The same (channel, external_id) again is the same order; what its shop says of payments is followed, and an order that was changed
-- there is held.
-- Returns {outcome: placed|known|quarantined, order_id, number, uid, quarantine_id, reasons: [{code, pointer, ...}]}.
-- Locks: the quarantine record, then as orders.place. Raises: OM101 under the policy refuse, where the sender waits for the
-- answer; OM404 no such channel, OM905 switched off. Called by: channels and the API
create or replace function channels.place(p_channel text, p_order jsonb, p_import_id bigint default null) returns jsonb
language plpgsql security definer set search_path = pg_catalog, pg_temp
as $$
declare
    v_channel channels.channels := channels._channel(p_channel);
    v_known jsonb := channels._known(p_channel, p_order ->> 'external_id');
    v_record channels.quarantine;
    v_order jsonb := p_order;
begin
    if v_known is not null then
        perform channels._follow_payments((v_known ->> 'order_id')::bigint, p_order -> 'payments')
        where v_channel.kind in ('shopify', 'csv');
        perform channels._follow_change((v_known ->> 'order_id')::bigint, p_order) where v_channel.kind = 'shopify';
        return v_known;
    end if;
    select q.* into v_record from channels.quarantine as q
    where q.channel_id = v_channel.id and q.external_id = nullif(trim(p_order ->> 'external_id'), '')
        and (q.state = 'open' or q.state = 'discarded' and q.reasons @> '[{"code": "canceled"}]')
    order by q.id desc limit 1
    for update;
    if v_record.state = 'discarded' then  -- the cancellation came before the order
        return jsonb_build_object('outcome', 'quarantined', 'quarantine_id', v_record.id, 'reasons', v_record.reasons);
    end if;
    if channels._is_older(p_order, v_record.payload) then  -- late news
        v_order := v_record.payload;
    end if;
    if v_record.repaired_by is not null then  -- what a person repaired stays; only payments move on
        v_order := v_record.payload || jsonb_build_object('payments', coalesce(p_order -> 'payments', '[]'));
    end if;
    return channels._settle(v_channel, v_order, p_import_id, v_record.id);
end
$$;

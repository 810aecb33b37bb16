-- A channel has canceled an order. One we have is canceled, as far as it has not left; one in quarantine is discarded; of one we
-- have not seen, what is given is kept discarded, so that it stays canceled when it arrives late. Returns as channels.place.
-- Locks: as orders.cancel, or the record. Raises: OM404, OM905. Called by: webhooks
create or replace function channels.cancel(p_channel text, p_order jsonb, p_reason text) returns jsonb
language plpgsql security definer set search_path = pg_catalog, pg_temp
as $$
declare
    v_channel channels.channels := channels._channel(p_channel);
    v_known jsonb := channels._known(p_channel, p_order ->> 'external_id');
    v_kept jsonb;
begin
    if v_known is not null then
        perform channels._cancel_order((v_known ->> 'order_id')::bigint, p_reason);
        perform channels._follow_payments((v_known ->> 'order_id')::bigint, p_order -> 'payments');
        return v_known;
    end if;
    v_kept := channels._quarantine(v_channel, p_order, jsonb_build_array(
        jsonb_build_object('code', 'canceled', 'pointer', '', 'reason', p_reason)));
    update channels.quarantine set state = 'discarded', updated_at = db.now(), version = version + 1
    where id = (v_kept ->> 'quarantine_id')::bigint and state = 'open';
    return v_kept;
end
$$;

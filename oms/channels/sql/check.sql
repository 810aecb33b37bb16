-- What channels.place would do with a given order, without doing it: {outcome: new|known|invalid, reasons, order (completed),
-- totals, order_id, number}. `totals` is null where an amount can't be read. Raises: OM404, OM905.
-- Called by: dry runs, the phone-order form, the quarantine page, the API
create or replace function channels.check(p_channel text, p_order jsonb) returns jsonb
language plpgsql stable security definer set search_path = pg_catalog, pg_temp
as $$
declare
    v_channel channels.channels := channels._channel(p_channel);
    v_ready record := channels._prepare(v_channel, p_order);
    v_known jsonb := channels._known(p_channel, p_order ->> 'external_id');
begin
    return jsonb_build_object(
            'outcome', case when v_ready.reasons = '[]' then 'new' else 'invalid' end, 'reasons', v_ready.reasons,
            'order', v_ready.prepared,
            'totals', case when v_ready.is_readable then to_jsonb(orders.totals(v_ready.prepared)) end)
        || coalesce(v_known, '{}');
end
$$;

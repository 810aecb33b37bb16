-- What canceling these lines [{line_id, quantity}] would come to: {before, after} as orders._money tells it, and how many units
-- of them are picked. It is done and taken back, so that it can't differ from the thing itself.
-- Locks: as orders.cancel_lines, until it is taken back. Raises: as orders.cancel_lines. Called by: the order page, the API
create or replace function orders.preview_cancellation(p_order_id bigint, p_lines jsonb) returns jsonb
language plpgsql security definer set search_path = pg_catalog, pg_temp
as $$
declare
    v_order orders.orders := orders._lock(p_order_id);
    v_before jsonb := orders._money(p_order_id);
    v_picked int := fulfillment._picked(v_order.request_id);
    v_tried text;
begin
    begin
        perform orders.cancel_lines(p_order_id, p_lines, 'preview', p_notifies => false);
        raise exception using errcode = 'OM310', message = 'only tried', detail = jsonb_build_object(
            'after', orders._money(p_order_id), 'picked', v_picked - fulfillment._picked(v_order.request_id))::text;
    exception when sqlstate 'OM310' then
        get stacked diagnostics v_tried = pg_exception_detail;
    end;
    return jsonb_build_object('before', v_before) || v_tried::jsonb;
end
$$;

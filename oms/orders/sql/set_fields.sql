-- Write values of this shop's fields on an order; fields that are not given stay, empty ones are cleared. What was there before
-- is in the history. Locks: order. Raises: OM404, OM344 no such field, OM345 not of its kind, OM346 required.
-- Called by: the order page, the API
create or replace function orders.set_fields(p_order_id bigint, p_fields jsonb) returns void
language plpgsql security definer set search_path = pg_catalog, pg_temp
as $$
declare
    v_order orders.orders := orders._lock(p_order_id);
    v_given jsonb := orders._fields(p_fields);
    v_fields jsonb := jsonb_strip_nulls(v_order.fields || v_given);
    v_missing text := (
        select f.label from orders.fields as f
        where f.is_required and v_given -> f.key = 'null' order by f.position, f.id limit 1);
begin
    if v_missing is not null then
        raise exception using errcode = 'OM346', message = 'required', detail = jsonb_build_object('label', v_missing)::text;
    end if;
    if v_fields = v_order.fields then
        return;
    end if;
    update orders.orders
    set fields = v_fields, search = orders._search_text(p_order_id, v_fields), updated_at = db.now(), version = version + 1
    where id = p_order_id;
    perform history.record('order', p_order_id, 'order.fields_set', jsonb_build_object('changes', (
        select jsonb_agg(jsonb_build_object('key', f.key, 'label', f.label, 'from', v_order.fields -> f.key, 'to', v_fields -> f.key)
            order by f.position, f.id)
        from orders.fields as f where v_order.fields -> f.key is distinct from v_fields -> f.key)));
end
$$;

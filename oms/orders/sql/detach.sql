-- Mark a file of an order as removed. It stays in the records. Locks: order. Raises: OM404. Called by: the order page
create or replace function orders.detach(p_order_id bigint, p_attachment_id bigint) returns void
language plpgsql security definer set search_path = pg_catalog, pg_temp
as $$
declare
    v_name text;
begin
    perform orders._lock(p_order_id);
    update orders.attachments set removed_at = db.now(), removed_by = db.actor_name()
    where id = p_attachment_id and order_id = p_order_id and removed_at is null
    returning name into v_name;
    if v_name is null then
        raise exception using errcode = 'OM404', message = 'no such file';
    end if;
    perform history.record('order', p_order_id, 'order.detached',
        jsonb_build_object('attachment_id', p_attachment_id, 'name', v_name));
end
$$;

-- Keep a file with an order; returns its id. What is in it was looked at before (oms/orders/files.py).
-- Locks: order. Raises: OM404, OM347 too many, attachments_*. Called by: the order page
create or replace function orders.attach(p_order_id bigint, p_name text, p_content_type text, p_content bytea) returns bigint
language plpgsql security definer set search_path = pg_catalog, pg_temp
as $$
declare
    v_id bigint;
begin
    perform orders._lock(p_order_id);
    if (select count(*) from orders.attachments as a where a.order_id = p_order_id and a.removed_at is null) >= 50 then
        raise exception using errcode = 'OM347', message = 'too many files';
    end if;
    insert into orders.attachments (order_id, name, content_type, content, added_by, added_at)
    values (p_order_id, p_name, p_content_type, p_content, db.actor_name(), db.now())
    returning id into v_id;
    perform history.record('order', p_order_id, 'order.attached', jsonb_build_object('attachment_id', v_id, 'name', p_name));
    return v_id;
end
$$;

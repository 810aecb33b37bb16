-- Make an order somebody's to look after; null: nobody's. Only those can have it who may see it.
-- Locks: order. Raises: OM404, OM342 not a person who sees it. Called by: the order page, the list of orders
create or replace function orders.assign(p_order_id bigint, p_person_id bigint) returns void
language plpgsql security definer set search_path = pg_catalog, pg_temp
as $$
declare
    v_order orders.orders := orders._lock(p_order_id);
    v_name text;
begin
    if p_person_id is not distinct from v_order.assignee_id then
        return;
    end if;
    select p.name into v_name from auth.people as p
    where p.id = p_person_id and p.is_active and (p.role not in ('warehouse', 'store') or exists (
        select from inventory.location_staff as s where s.person_id = p.id and s.location_id = any (v_order.location_ids)));
    if p_person_id is not null and v_name is null then
        raise exception using errcode = 'OM342', message = 'not a person who sees the order';
    end if;
    update orders.orders set assignee_id = p_person_id, updated_at = db.now(), version = version + 1 where id = p_order_id;
    perform history.record('order', p_order_id, 'order.assigned', jsonb_build_object('person_id', p_person_id, 'name', v_name));
end
$$;

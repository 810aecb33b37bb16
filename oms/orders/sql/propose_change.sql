-- Work out a change of a placed order, without making it: what it comes to is kept with it, and what it adds is held while the
-- customer decides. `p_given`: see orders._wanted. A draft that is there already gives way. Returns the change's id.
-- Locks: request, order, the hold, levels sorted. Raises: OM404, OM409 changed meanwhile, OM303 already over, OM101 not enough stock,
-- and as orders._wanted and orders._apply_change. Called by: the order page, the API
create or replace function orders.propose_change(
    p_order_id bigint, p_given jsonb, p_reason text default '', p_version int default null, p_minutes int default 60
) returns bigint
language plpgsql security definer set search_path = pg_catalog, pg_temp
as $$
declare
    v_order orders.orders := orders._lock(p_order_id, p_version);
    v_wanted jsonb;
    v_key text := 'change-' || gen_random_uuid();
    v_id bigint;
begin
    if v_order.state <> 'placed' then
        raise exception using errcode = 'OM303', message = 'order is over', detail = jsonb_build_object('number', v_order.number)::text;
    end if;
    v_wanted := orders._wanted(v_order, p_given);
    perform orders.discard_change(c.id) from orders.changes as c where c.order_id = p_order_id and c.state = 'draft';
    perform orders._hold_added(v_order, v_wanted, p_minutes, v_key);
    insert into orders.changes (order_id, version, wanted, hold_key, money_before, money_after, reason, expires_at, created_by, created_at)
    values (p_order_id, v_order.version, v_wanted, v_key, orders._money(p_order_id), orders._try_change(v_order, v_wanted, v_key), p_reason,
            db.now() + p_minutes * interval '1 minute', db.actor_name(), db.now())
    returning id into v_id;
    perform history.record('order', p_order_id, 'order.change_proposed', jsonb_build_object('change_id', v_id, 'reason', p_reason));
    return v_id;
end
$$;

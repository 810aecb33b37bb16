-- Keep the order as it is now, as its next version; before the first change, as it was placed. Nothing of it can be changed
-- afterwards. Called by: every command that changes what was ordered, before and after
create or replace function orders._keep_version(p_order_id bigint, p_what text, p_change_id bigint default null) returns void
language sql security definer set search_path = pg_catalog, pg_temp
as $$
    insert into orders.versions (order_id, number, what, change_id, snapshot, actor, actor_name, kept_at)
    select p_order_id, coalesce(max(v.number), 0) + 1, p_what, p_change_id, orders._snapshot(p_order_id), db.actor(), db.actor_name(), db.now()
    from orders.versions as v where v.order_id = p_order_id
    having p_what <> 'placed' or count(*) = 0
$$;

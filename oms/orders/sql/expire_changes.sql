-- End proposed changes that nobody decided on in time; returns how many. Locks: each one's request and order, its hold, levels.
-- Called by: jobs.orders.expire_changes
create or replace function orders.expire_changes() returns int
language plpgsql security definer set search_path = pg_catalog, pg_temp
as $$
declare
    v_change orders.changes;
    v_ended int := 0;
begin
    for v_change in
        select c.* from orders.changes as c where c.state = 'draft' and c.expires_at <= db.now() order by c.order_id limit 20
    loop
        perform orders._lock(v_change.order_id);
        if exists (select from orders.changes as c where c.id = v_change.id and c.state = 'draft') then
            perform orders._end_change(v_change.id, 'expired');
            perform history.record('order', v_change.order_id, 'order.change_expired', jsonb_build_object('change_id', v_change.id));
            v_ended := v_ended + 1;
        end if;
    end loop;
    return v_ended;
end
$$;

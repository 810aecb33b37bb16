-- A draft change is over, one way or another; what was held for it and not used is available again. Raises: OM319 over already.
-- Locks: the change, the hold, level rows sorted. Called by: orders.confirm_change, discard_change, expire_changes
create or replace function orders._end_change(p_change_id bigint, p_state text) returns void
language plpgsql security definer set search_path = pg_catalog, pg_temp
as $$
declare
    v_change orders.changes;
begin
    update orders.changes as c set state = p_state, ended_by = db.actor_name(), ended_at = db.now()
    where c.id = p_change_id and c.state = 'draft'
    returning c.* into v_change;
    if v_change.id is null then
        raise exception using errcode = 'OM319', message = 'change is over already';
    end if;
    perform inventory.release_hold(v_change.hold_key);
end
$$;

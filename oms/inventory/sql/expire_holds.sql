-- End holds whose time is up, the oldest first and at most a hundred; returns how many. One that somebody works on right now
-- is left to them. Locks: the holds, level rows sorted. Called by: the task inventory.expire_holds
create or replace function inventory.expire_holds() returns int
language plpgsql security definer set search_path = pg_catalog, pg_temp
as $$
declare
    v_ids bigint[] := array(
        select h.id from inventory.holds as h where h.state = 'active' and h.expires_at <= db.now()
        order by h.expires_at limit 100 for update skip locked);
begin
    perform inventory._end_holds(v_ids, 'expired') where v_ids <> '{}';
    return cardinality(v_ids);
end
$$;

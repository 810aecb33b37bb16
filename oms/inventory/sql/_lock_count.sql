-- Lock a count for a step; refuse one who does not work there, and one who has seen another version.
-- Locks: the count. Raises: OM404, OM403, OM409 changed meanwhile. Called by: every function that takes a step of a count
create or replace function inventory._lock_count(p_count_id bigint, p_version int default null) returns inventory.counts
language plpgsql security definer set search_path = pg_catalog, pg_temp
as $$
declare
    v_count inventory.counts;
begin
    select c.* into v_count from inventory.counts as c where c.id = p_count_id for update;
    if v_count.id is null then
        raise exception using errcode = 'OM404', message = 'no such count';
    end if;
    perform db.require_location(v_count.location_id);
    if p_version is not null and p_version <> v_count.version then
        raise exception using errcode = 'OM409', message = 'changed meanwhile';
    end if;
    return v_count;
end
$$;

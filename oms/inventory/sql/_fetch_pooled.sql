-- Bring back from a pool to the level what the level lacks of `p_quantity` (null: the whole pool). Waits for those who are taking
-- units right now, and gets those of them who give up: so the last unit goes to somebody.
-- Locks: the level row, then units. Called by: inventory._promise, _lock_levels
create or replace function inventory._fetch_pooled(p_variant_id bigint, p_location_id int, p_quantity int default null) returns void
language plpgsql security definer set search_path = pg_catalog, pg_temp set enable_seqscan = off
as $$
declare
    v_available int;
    v_fetched int;
begin
    select l.available into v_available from inventory.levels as l
    where l.variant_id = p_variant_id and l.location_id = p_location_id for update;
    delete from inventory.pool_units as u
    where u.ctid = any (array(
        select f.ctid from inventory.pool_units as f
        where f.variant_id = p_variant_id and f.location_id = p_location_id
        order by f.n limit case when p_quantity is not null then greatest(p_quantity - v_available, 0) end for update));
    get diagnostics v_fetched = row_count;
    update inventory.levels as l set reserved = l.reserved - v_fetched
    where l.variant_id = p_variant_id and l.location_id = p_location_id and v_fetched > 0;
end
$$;

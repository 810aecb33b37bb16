-- Take so many units out of a pool, passing by those that others are taking: nobody waits. False, and nothing taken, where there
-- are not enough. What is taken stays reserved in its level. Locks: the units. Called by: inventory._promise
create or replace function inventory._take_pooled(p_variant_id bigint, p_location_id int, p_quantity int) returns boolean
language plpgsql security definer set search_path = pg_catalog, pg_temp set enable_seqscan = off
as $$
declare
    v_taken int;
begin
    delete from inventory.pool_units as u
    where u.ctid = any (array(
        select f.ctid from inventory.pool_units as f
        where f.variant_id = p_variant_id and f.location_id = p_location_id
        order by f.n limit p_quantity for update skip locked));
    get diagnostics v_taken = row_count;
    if v_taken < p_quantity then  -- undone, so that nobody waits for units that we keep while we wait for their level
        perform inventory._refuse(p_variant_id, p_location_id, p_quantity) where v_taken > 0;
        return false;
    end if;
    return true;
exception when sqlstate 'OM101' then
    return false;
end
$$;

-- Give up what is held under a key; returns false where nothing is (any more). Locks: the hold, level rows sorted.
-- Called by: the stock pages, the API
create or replace function inventory.release_hold(p_key text) returns boolean
language plpgsql security definer set search_path = pg_catalog, pg_temp
as $$
declare
    v_id bigint := inventory.claim_hold(p_key);
begin
    if v_id is null then
        return false;
    end if;
    perform inventory._end_holds(array[v_id], 'released');
    return true;
end
$$;

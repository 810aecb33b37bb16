-- Give a count up; the stock stays as it is. Locks: the count. Raises: OM143, OM403, OM404, OM409,
-- counts_transition_lawful once it was posted. Called by: the count page
create or replace function inventory.cancel_count(p_count_id bigint, p_version int default null) returns void
language plpgsql security definer set search_path = pg_catalog, pg_temp
as $$
declare
    v_count inventory.counts := inventory._lock_count(p_count_id, p_version);
begin
    perform inventory._move_count(v_count.id, 'canceled');
end
$$;

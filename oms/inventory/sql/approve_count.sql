-- Somebody who may has looked at the differences and says that they are true. (Who may: permission stock.approve.)
-- Locks: the count. Raises: OM143, OM403, OM404, OM409, counts_transition_lawful. Called by: the count page
create or replace function inventory.approve_count(p_count_id bigint, p_version int default null) returns void
language plpgsql security definer set search_path = pg_catalog, pg_temp
as $$
declare
    v_count inventory.counts := inventory._lock_count(p_count_id, p_version);
begin
    perform inventory._move_count(v_count.id, 'approved');
end
$$;

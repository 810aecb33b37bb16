-- The counting is over, now look at the differences. What nobody counted stays as it is; with `p_rest_is_zero` there is none
-- of it. Locks: the count, its lines. Raises: OM143 not open, OM149 nothing was counted, OM403, OM404, OM409.
-- Called by: the count page, the demo shop
create or replace function inventory.review_count(p_count_id bigint, p_rest_is_zero boolean default false, p_version int default null) returns void
language plpgsql security definer set search_path = pg_catalog, pg_temp
as $$
declare
    v_count inventory.counts := inventory._lock_count(p_count_id, p_version);
begin
    if p_rest_is_zero then
        perform inventory.tally(p_count_id, v.sku, 0, p_sets => true)
        from inventory.count_lines as l join catalog.variants as v on v.id = l.variant_id
        where l.count_id = p_count_id and l.counted is null;
    end if;
    if not exists (select from inventory.count_lines as l where l.count_id = p_count_id and l.counted is not null) then
        raise exception using errcode = 'OM149', message = 'nothing was counted';
    end if;
    perform inventory._move_count(p_count_id, 'review');
end
$$;

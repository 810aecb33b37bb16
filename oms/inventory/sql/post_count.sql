-- Correct the stock by what was found: each SKU by its difference at the moment it was counted, so that what was sold since
-- stays sold. Returns how many SKUs were corrected. Locks: the count, level rows, sorted.
-- Raises: OM145 less than is promised, OM146 corrected meanwhile, OM147 needs approval, OM143 posted already, OM403, OM404,
-- OM409, counts_transition_lawful. Called by: the count page, the demo shop
create or replace function inventory.post_count(p_count_id bigint, p_version int default null) returns int
language plpgsql security definer set search_path = pg_catalog, pg_temp
as $$
declare
    v_count inventory.counts := inventory._lock_count(p_count_id, p_version);
    v_line record;
    v_corrected int := 0;
    v_found record;
begin
    select * into v_found from inventory.count_differences(p_count_id);
    if v_count.state = 'review' and v_found.p_needs_approval then
        raise exception using errcode = 'OM147', message = 'needs approval',
            detail = jsonb_build_object('units', v_found.p_more + v_found.p_fewer)::text;
    end if;
    perform inventory._move_count(p_count_id, 'posted', jsonb_build_object('more', v_found.p_more, 'fewer', v_found.p_fewer));
    for v_line in
        select * from inventory.count_lines as l where l.count_id = p_count_id and l.variance <> 0 order by l.variant_id
    loop
        perform inventory._post_variance(v_count, v_line.variant_id, v_line.variance, v_line.sequence);
        v_corrected := v_corrected + 1;
    end loop;
    return v_corrected;
end
$$;

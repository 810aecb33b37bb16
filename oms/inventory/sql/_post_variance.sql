-- Correct one SKU by the difference that a count found when its ledger stood at `p_sequence`. Locks: the level row.
-- Raises: OM145 less would be left than is promised, OM146 somebody has corrected it since. Called by: inventory.post_count
create or replace function inventory._post_variance(p_count inventory.counts, p_variant_id bigint, p_variance int, p_sequence int) returns void
language plpgsql security definer set search_path = pg_catalog, pg_temp
as $$
declare
    v_sku text := (select v.sku from catalog.variants as v where v.id = p_variant_id);
    v_level inventory.levels;
    v_on_hand int;
begin
    perform inventory._lock_levels(array[p_variant_id], p_count.location_id);
    select l.* into v_level from inventory.levels as l where l.variant_id = p_variant_id and l.location_id = p_count.location_id;
    if exists (
        select from inventory.movements as m
        where m.variant_id = p_variant_id and m.location_id = p_count.location_id and m.sequence > p_sequence
            and (m.kind = 'short_picked' or m.kind = 'adjusted' and m.reason in ('counted', 'found', 'lost', 'correction'))
    ) then
        raise exception using errcode = 'OM146', message = 'corrected meanwhile', detail = jsonb_build_object('sku', v_sku)::text;
    end if;
    if v_level.on_hand + p_variance < v_level.reserved + v_level.unavailable then
        raise exception using errcode = 'OM145', message = 'less than is promised', detail = jsonb_build_object(
            'sku', v_sku, 'left', v_level.on_hand + p_variance, 'reserved', v_level.reserved, 'unavailable', v_level.unavailable)::text;
    end if;
    v_on_hand := inventory._post(
        p_variant_id, p_count.location_id, p_variance, 'adjusted', 'counted', p_count.note, 'count', p_count.id);
    perform history.record('variant', p_variant_id, 'stock.adjusted', jsonb_build_object(
        'quantity', p_variance, 'reason', 'counted', 'on_hand', v_on_hand, 'count', p_count.number), p_count.location_id);
end
$$;

-- Count pieces of a SKU: so many more, or with `p_sets` so many in all. `p_code` is a SKU or barcode. Several people count at
-- once; nobody who sells waits for them. Returns how many are counted now. Locks: the count (shared), its line.
-- Raises: OM140 unknown SKU, OM143 no longer open, OM148 not part of this count, OM403, OM404,
-- count_lines_counted_not_negative. Called by: the count page and its scanner, inventory.review_count, the demo shop
create or replace function inventory.tally(p_count_id bigint, p_code text, p_quantity int, p_sets boolean default false) returns int
language plpgsql security definer set search_path = pg_catalog, pg_temp
as $$
declare
    v_count inventory.counts;
    v_variant_id bigint := inventory._variant_of(p_code);
    v_line inventory.count_lines;
    v_level inventory.levels;
    v_total int;
begin
    select c.* into v_count from inventory.counts as c where c.id = p_count_id for share;
    if v_count.id is null then
        raise exception using errcode = 'OM404', message = 'no such count';
    end if;
    perform db.require_location(v_count.location_id);
    if v_count.state <> 'open' then
        raise exception using errcode = 'OM143', message = 'not now';
    end if;
    if v_count.scope = 'full' then
        insert into inventory.count_lines (count_id, variant_id) values (p_count_id, v_variant_id) on conflict do nothing;
    end if;
    select l.* into v_line from inventory.count_lines as l where l.count_id = p_count_id and l.variant_id = v_variant_id for update;
    if v_line.variant_id is null then
        raise exception using errcode = 'OM148', message = 'not part of this count', detail = jsonb_build_object('code', p_code)::text;
    end if;
    select l.* into v_level from inventory.levels as l where l.variant_id = v_variant_id and l.location_id = v_count.location_id;
    v_total := p_quantity + case when p_sets then 0 else coalesce(v_line.counted, 0) end;
    update inventory.count_lines as l
    set counted = v_total, on_hand = coalesce(v_level.on_hand, 0), sequence = coalesce(v_level.sequence, 0),
        was_disturbed = not p_sets and v_line.counted is not null
            and (v_line.was_disturbed or v_line.sequence <> coalesce(v_level.sequence, 0)),
        counted_by = db.actor_name(), counted_at = db.now()
    where l.count_id = p_count_id and l.variant_id = v_variant_id;
    insert into inventory.count_tallies (count_id, variant_id, quantity, counted_after, on_hand, sequence, actor, actor_name, counted_at)
    values (p_count_id, v_variant_id, v_total - coalesce(v_line.counted, 0), v_total, coalesce(v_level.on_hand, 0),
            coalesce(v_level.sequence, 0), db.actor(), db.actor_name(), db.now());
    perform history.record('count', p_count_id, 'count.changed', jsonb_build_object('number', v_count.number), v_count.location_id);
    return v_total;
end
$$;

-- Append one movement and change the level by it, together: the only writer of on_hand. Returns on hand after.
-- Locks: the level row. Raises: levels_reserved_within_on_hand, levels_unavailable_not_reserved.
-- Called by: inventory.receive, adjust, consume, restore, _take_in, _post_variance
create or replace function inventory._post(
    p_variant_id bigint, p_location_id int, p_quantity int, p_kind text,
    p_reason text default '', p_note text default '', p_cause text default null, p_cause_id bigint default null
) returns int
language plpgsql security definer set search_path = pg_catalog, pg_temp
as $$
declare
    v_level inventory.levels;
begin
    update inventory.levels as l set on_hand = l.on_hand + p_quantity, sequence = l.sequence + 1, updated_at = db.now()
    where l.variant_id = p_variant_id and l.location_id = p_location_id
    returning l.* into v_level;
    if v_level.variant_id is null then
        insert into inventory.levels as l (variant_id, location_id, on_hand, sequence, updated_at)
        values (p_variant_id, p_location_id, p_quantity, 1, db.now())
        on conflict (variant_id, location_id) do update
        set on_hand = l.on_hand + excluded.on_hand, sequence = l.sequence + 1, updated_at = excluded.updated_at
        returning l.* into v_level;
    end if;
    insert into inventory.movements (
        variant_id, location_id, sequence, kind, quantity, on_hand_after, reason, note, cause, cause_id, actor, actor_name, moved_at)
    values (p_variant_id, p_location_id, v_level.sequence, p_kind, p_quantity, v_level.on_hand, p_reason, p_note, p_cause, p_cause_id,
            db.actor(), db.actor_name(), db.now());
    return v_level.on_hand;
end
$$;

-- Begin to count at a location: all of it, or some of it (see inventory._count_scope). Returns the count's id.
-- Raises: OM403, OM149 nothing to count, counts_scope_known. Called by: the count pages, the API, the demo shop
create or replace function inventory.start_count(p_location_id int, p_scope text, p_given jsonb default '{}', p_note text default '') returns bigint
language plpgsql security definer set search_path = pg_catalog, pg_temp
as $$
declare
    v_id bigint;
begin
    perform db.require_location(p_location_id);
    insert into inventory.counts (location_id, scope, note, created_by, created_at, updated_at)
    values (p_location_id, p_scope, p_note, db.actor_name(), db.now(), db.now())
    returning id into v_id;
    insert into inventory.count_lines (count_id, variant_id)
    select v_id, s.variant_id from inventory._count_scope(p_location_id, p_scope, p_given) as s (variant_id);
    if not found then
        raise exception using errcode = 'OM149', message = 'nothing to count';
    end if;
    perform history.record('count', v_id, 'count.open', jsonb_build_object('number', 'C-' || v_id), p_location_id);
    return v_id;
end
$$;

-- A shadow judges nothing more; what it found stays. Called by: the shadow page
create or replace function routing.end_shadow(p_shadow_id int) returns void
language sql security definer set search_path = pg_catalog, pg_temp
as $$
    update routing.shadows as s set ended_by = db.actor_name(), ended_at = db.now() where s.id = p_shadow_id and s.ended_at is null
$$;

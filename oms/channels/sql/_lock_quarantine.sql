-- Lock a quarantine record in the version the person saw; returns it.
-- Raises: OM404, OM409 changed meanwhile. Called by: what people do with quarantine
create or replace function channels._lock_quarantine(p_id bigint, p_version int) returns channels.quarantine
language plpgsql security definer set search_path = pg_catalog, pg_temp
as $$
declare
    v_record channels.quarantine;
begin
    select q.* into v_record from channels.quarantine as q where q.id = p_id and db.sees_all() for update;
    if v_record.id is null then
        raise exception using errcode = 'OM404', message = 'no such record';
    end if;
    if v_record.version <> p_version then
        raise exception using errcode = 'OM409', message = 'changed meanwhile', detail = jsonb_build_object(
            'expected', p_version, 'version', v_record.version)::text;
    end if;
    return v_record;
end
$$;

-- A location does not work on a day although its hours say so; the same day again has the new reason.
-- Raises: OM404. Called by: the page of a location, the demo shop
create or replace function inventory.close_on(p_location_id int, p_day date, p_reason text default '') returns void
language plpgsql security definer set search_path = pg_catalog, pg_temp
as $$
begin
    if not exists (select from inventory.locations as l where l.id = p_location_id) then
        raise exception using errcode = 'OM404', message = 'no such location', detail = jsonb_build_object('what', p_location_id)::text;
    end if;
    insert into inventory.closures (location_id, day, reason) values (p_location_id, p_day, p_reason)
    on conflict (location_id, day) do update set reason = excluded.reason;
    perform history.record('location', p_location_id, 'location.closed_on', jsonb_build_object('day', p_day, 'reason', p_reason), p_location_id);
end
$$;

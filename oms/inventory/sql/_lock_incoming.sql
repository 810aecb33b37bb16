-- Lock an expected delivery: the first lock of everything that changes it. Returns it.
-- Raises: OM404, OM403. Called by: inventory.receive_incoming, reschedule_incoming, close_incoming
create or replace function inventory._lock_incoming(p_incoming_id bigint) returns inventory.incoming
language plpgsql security definer set search_path = pg_catalog, pg_temp
as $$
declare
    v_incoming inventory.incoming;
begin
    select i.* into v_incoming from inventory.incoming as i where i.id = p_incoming_id for update;
    if v_incoming.id is null then
        raise exception using errcode = 'OM404', message = 'no such delivery';
    end if;
    perform db.require_location(v_incoming.location_id);
    return v_incoming;
end
$$;

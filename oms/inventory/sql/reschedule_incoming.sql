-- An expected delivery comes on another day. Locks: the delivery, its lines.
-- Raises: OM162 no reason given, OM163 it comes on that day already, OM164 nothing is expected any more, OM404, OM403.
-- Called by: the page of a delivery, the API, the demo
create or replace function inventory.reschedule_incoming(p_incoming_id bigint, p_expected_on date, p_reason text) returns void
language plpgsql security definer set search_path = pg_catalog, pg_temp
as $$
declare
    v_incoming inventory.incoming := inventory._lock_incoming(p_incoming_id);
begin
    if trim(coalesce(p_reason, '')) = '' then
        raise exception using errcode = 'OM162', message = 'a reason is missing';
    end if;
    if p_expected_on = v_incoming.expected_on then
        raise exception using errcode = 'OM163', message = 'the same day';
    end if;
    perform from inventory.incoming_lines as l where l.incoming_id = p_incoming_id order by l.id for update;
    if not exists (select from inventory.incoming_lines as l where l.incoming_id = p_incoming_id and l.open > 0) then
        raise exception using errcode = 'OM164', message = 'nothing is expected any more';
    end if;
    update inventory.incoming set expected_on = p_expected_on, updated_at = db.now() where id = p_incoming_id;
    perform history.record('incoming', p_incoming_id, 'incoming.rescheduled', jsonb_build_object(
        'from', v_incoming.expected_on, 'to', p_expected_on, 'reason', trim(p_reason)), v_incoming.location_id);
end
$$;

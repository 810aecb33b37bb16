-- What is still open of an expected delivery will not come: of one of its lines, or of all. Returns how many units.
-- Locks: the delivery, levels sorted, its lines. Raises: OM162 no reason given, OM164 nothing is expected any more, OM404,
-- OM403. Called by: the page of a delivery, the API
create or replace function inventory.close_incoming(p_incoming_id bigint, p_reason text, p_line_id bigint default null) returns int
language plpgsql security definer set search_path = pg_catalog, pg_temp
as $$
declare
    v_incoming inventory.incoming := inventory._lock_incoming(p_incoming_id);
    v_line record;
    v_units int := 0;
begin
    if trim(coalesce(p_reason, '')) = '' then
        raise exception using errcode = 'OM162', message = 'a reason is missing';
    end if;
    for v_line in
        select l.variant_id, l.open from inventory.incoming_lines as l
        where l.incoming_id = p_incoming_id and l.open > 0 and l.id = coalesce(p_line_id, l.id) order by l.variant_id
    loop
        v_units := v_units + v_line.open;
        perform inventory._expect(v_line.variant_id, v_incoming.location_id, -v_line.open);
        perform history.record('variant', v_line.variant_id, 'stock.not_coming', jsonb_build_object(
            'quantity', v_line.open, 'reference', v_incoming.reference), v_incoming.location_id);
    end loop;
    if v_units = 0 then
        raise exception using errcode = 'OM164', message = 'nothing is expected any more';
    end if;
    perform from inventory.incoming_lines as l where l.incoming_id = p_incoming_id order by l.id for update;
    update inventory.incoming_lines as l set closed = l.closed + l.open, pegged = 0
    where l.incoming_id = p_incoming_id and l.id = coalesce(p_line_id, l.id);
    perform history.record('incoming', p_incoming_id, 'incoming.closed',
        jsonb_build_object('quantity', v_units, 'reason', trim(p_reason)), v_incoming.location_id);
    return v_units;
end
$$;

-- Take in what came of an expected delivery [{line_id, quantity, lots}]: all, a part, or more than was expected; `lots` says which,
-- where the SKU asks for that (see _receive_lots). What arrives is for those it is pegged to, before anybody else. The same `p_key`
-- twice is one receipt. Returns how many units.
-- Locks: the delivery, levels sorted, its lines. Raises: OM103 quantity not positive, OM404, OM403, and as inventory._receive_lots.
-- Called by: the page of a delivery, the API, the demo shop
create or replace function inventory.receive_incoming(p_incoming_id bigint, p_lines jsonb, p_key text default null) returns int
language plpgsql security definer set search_path = pg_catalog, pg_temp
as $$
declare
    v_incoming inventory.incoming := inventory._lock_incoming(p_incoming_id);
    v_line record;
    v_units int := 0;
begin
    if p_key is not null then
        insert into inventory.incoming_receipts (key, incoming_id, received_at) values (p_key, p_incoming_id, db.now())
        on conflict (key) do nothing;
        if not found then
            return 0;
        end if;
    end if;
    for v_line in select r.* from inventory._received(p_incoming_id, p_lines) as r loop
        v_units := v_units + v_line.quantity;
        perform inventory._post(v_line.variant_id, v_incoming.location_id, v_line.quantity, 'received', '', v_incoming.reference,
                                'incoming', p_incoming_id);
        perform inventory._receive_lots(v_line.variant_id, v_incoming.location_id, v_line.quantity, v_line.lots)
        where v_line.lots is not null or v_line.is_tracked;
        perform inventory._expect(v_line.variant_id, v_incoming.location_id, -v_line.expected);
        perform history.record('variant', v_line.variant_id, 'stock.received', jsonb_build_object(
            'quantity', v_line.quantity, 'reference', v_incoming.reference), v_incoming.location_id);
    end loop;
    perform from inventory.incoming_lines as l where l.incoming_id = p_incoming_id order by l.id for update;
    update inventory.incoming_lines as l
    set received = l.received + r.quantity, pegged = greatest(l.pegged - r.quantity, 0)
    from inventory._received(p_incoming_id, p_lines) as r
    where l.id = r.line_id;
    perform history.record('incoming', p_incoming_id, 'incoming.received',
        jsonb_build_object('quantity', v_units), v_incoming.location_id);
    return v_units;
end
$$;

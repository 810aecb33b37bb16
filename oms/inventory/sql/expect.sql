-- Announce a delivery; returns its id. Shape: {reference, supplier, location_id, expected_on, note,
-- lines: [{sku, quantity}]}; the same SKU twice is added up. Locks: levels, sorted.
-- Raises: OM160 no lines, OM161 unknown SKU, OM403, incoming_*. Called by: the pages of expected deliveries, the API, the demo
create or replace function inventory.expect(p_incoming jsonb) returns bigint
language plpgsql security definer set search_path = pg_catalog, pg_temp
as $$
declare
    v_location_id int := (p_incoming ->> 'location_id')::int;
    v_line record;
    v_id bigint;
begin
    perform db.require_location(v_location_id);
    insert into inventory.incoming (reference, supplier, location_id, expected_on, note, created_at, updated_at)
    values (p_incoming ->> 'reference', coalesce(p_incoming ->> 'supplier', ''), v_location_id,
            (p_incoming ->> 'expected_on')::date, coalesce(p_incoming ->> 'note', ''), db.now(), db.now())
    returning id into v_id;
    for v_line in
        select g.sku, v.id as variant_id, sum(g.quantity)::int as quantity
        from jsonb_to_recordset(p_incoming -> 'lines') as g (sku text, quantity int)
        left join catalog.variants as v on v.sku = g.sku
        group by g.sku, v.id order by v.id
    loop
        if v_line.variant_id is null then
            raise exception using errcode = 'OM161', message = 'unknown SKU', detail = jsonb_build_object('sku', v_line.sku)::text;
        end if;
        perform inventory._expect(v_line.variant_id, v_location_id, v_line.quantity);
        insert into inventory.incoming_lines (incoming_id, variant_id, quantity)
        values (v_id, v_line.variant_id, v_line.quantity);
        perform history.record('variant', v_line.variant_id, 'stock.expected', jsonb_build_object('quantity', v_line.quantity,
            'reference', p_incoming ->> 'reference', 'expected_on', p_incoming ->> 'expected_on'), v_location_id);
    end loop;
    if v_line is null then
        raise exception using errcode = 'OM160', message = 'no lines';
    end if;
    perform history.record('incoming', v_id, 'incoming.expected',
        jsonb_build_object('reference', p_incoming ->> 'reference', 'expected_on', p_incoming ->> 'expected_on'), v_location_id);
    return v_id;
end
$$;

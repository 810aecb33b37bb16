-- What a change amounts to: from {lines: [{line_id, quantity}] (so many are wanted then, in all), add: [{sku, quantity,
-- unit_price_minor}], ship_to, delivery: {method, location_id, title}}, all optional, to {add: complete lines with today's taxes,
-- cancel: [{line_id, quantity}], ship_to, delivery}. More of a line is a line of its own, at the same price.
-- Raises: OM314 fewer than have left, OM302 unknown SKU, OM315 no price, OM312 nothing changes. Called by: orders.propose_change
create or replace function orders._wanted(p_order orders.orders, p_given jsonb) returns jsonb
language plpgsql stable security definer set search_path = pg_catalog, pg_temp
as $$
declare
    v_line record;
    v_add jsonb := '[]';
    v_cancel jsonb := '[]';
    v_wanted jsonb;
begin
    for v_line in
        select l.id, l.sku, l.title, l.unit_price_minor, l.quantity - coalesce(p.canceled, 0) as kept, coalesce(p.shipped, 0) as shipped,
               c.quantity as wanted
        from jsonb_to_recordset(coalesce(p_given -> 'lines', '[]')) as c (line_id bigint, quantity int)
        join orders.lines as l on l.id = c.line_id and l.order_id = p_order.id
        left join orders.progress(p_order.id) as p on p.line_id = l.id
        order by l.position
    loop
        if v_line.wanted < v_line.shipped then
            raise exception using errcode = 'OM314', message = 'fewer than have left', detail = jsonb_build_object(
                'title', v_line.title, 'shipped', v_line.shipped)::text;
        elsif v_line.wanted < v_line.kept then
            v_cancel := v_cancel || jsonb_build_object('line_id', v_line.id, 'quantity', v_line.kept - v_line.wanted);
        elsif v_line.wanted > v_line.kept then
            v_add := v_add || jsonb_build_object('sku', v_line.sku, 'title', v_line.title, 'quantity', v_line.wanted - v_line.kept,
                'unit_price_minor', v_line.unit_price_minor);
        end if;
    end loop;
    v_wanted := jsonb_strip_nulls(jsonb_build_object(
        'add', orders._priced(p_order, v_add || coalesce(p_given -> 'add', '[]')), 'cancel', v_cancel,
        'ship_to', p_given -> 'ship_to', 'delivery', p_given -> 'delivery'));
    if v_wanted = '{"add": [], "cancel": []}' then
        raise exception using errcode = 'OM312', message = 'nothing changes';
    end if;
    return v_wanted;
end
$$;

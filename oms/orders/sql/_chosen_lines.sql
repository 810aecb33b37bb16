-- The lines [{line_id, quantity}] that somebody chose to cancel, with what they are and their demand:
-- [{line_id, sku, title, quantity, demand}]. Raises: OM303 the order is over, OM312 nothing chosen, OM313 more than is open.
-- Called by: orders.cancel_lines, orders._apply_change
create or replace function orders._chosen_lines(p_order orders.orders, p_lines jsonb) returns jsonb
language plpgsql stable security definer set search_path = pg_catalog, pg_temp
as $$
declare
    v_line record;
    v_lines jsonb := '[]';
begin
    if p_order.state <> 'placed' or p_order.fulfillment_status in ('fulfilled', 'delivered') then
        raise exception using errcode = 'OM303', message = 'order is over', detail = jsonb_build_object('number', p_order.number)::text;
    end if;
    for v_line in
        select c.line_id, sum(c.quantity)::int as quantity, min(c.quantity) as least, l.title, o.sku, coalesce(o.quantity, 0) as open, o.demand
        from jsonb_to_recordset(case jsonb_typeof(p_lines) when 'array' then p_lines else '[]' end) as c (line_id bigint, quantity int)
        left join orders.lines as l on l.id = c.line_id and l.order_id = p_order.id
        left join orders._open_lines(p_order.id) as o on o.line_id = c.line_id
        where c.quantity <> 0
        group by c.line_id, l.title, l.position, o.sku, o.quantity, o.demand order by l.position
    loop
        if v_line.least < 0 or v_line.quantity > v_line.open then
            raise exception using errcode = 'OM313', message = 'more than is open', detail = jsonb_build_object(
                'title', coalesce(v_line.title, v_line.line_id::text), 'open', v_line.open)::text;
        end if;
        v_lines := v_lines || jsonb_build_object('line_id', v_line.line_id, 'sku', v_line.sku, 'title', v_line.title,
            'quantity', v_line.quantity, 'demand', v_line.demand);
    end loop;
    if v_lines = '[]' then
        raise exception using errcode = 'OM312', message = 'nothing chosen';
    end if;
    return v_lines;
end
$$;

-- Units [{line_id, quantity}] of a fulfillment order that are not picked become one of their own at the same location, for somebody
-- to accept; returns its number. Undone by fulfillment.merge. Locks: request, order, allocations.
-- Raises: OM322 packed or over, OM323 nothing, all, or picked units, OM404, OM403. Called by: the page that rearranges work
create or replace function fulfillment.split(p_order_id bigint, p_lines jsonb) returns text
language plpgsql security definer set search_path = pg_catalog, pg_temp
as $$
declare
    v_order fulfillment.orders := fulfillment._lock(p_order_id);
    v_new fulfillment.orders;
    v_part record;
begin
    perform fulfillment._require_movable(v_order, '{planned,released,accepted,picking}');
    v_new := fulfillment._twin(v_order);
    for v_part in
        select l.*, c.quantity as taken from (
            select n.line_id, sum(n.quantity)::int as quantity
            from jsonb_to_recordset(case jsonb_typeof(p_lines) when 'array' then p_lines else '[]' end) as n (line_id bigint, quantity int)
            where n.quantity <> 0 group by n.line_id
        ) as c left join fulfillment.lines as l on l.id = c.line_id and l.order_id = p_order_id
        order by c.line_id
    loop
        if v_part.id is null or v_part.taken not between 1 and v_part.quantity - v_part.picked - v_part.short then
            raise exception using errcode = 'OM323', message = 'nothing, all or picked';
        elsif v_part.taken = v_part.quantity then
            update fulfillment.lines set order_id = v_new.id where id = v_part.id;
        else
            update fulfillment.lines set quantity = quantity - v_part.taken where id = v_part.id;
            insert into fulfillment.lines (order_id, demand_line_id, allocation_id, variant_id, quantity)
            select v_new.id, v_part.demand_line_id,
                   case when v_part.taken = v_part.quantity - v_part.short then v_part.allocation_id
                        else demand.split_allocation(v_part.allocation_id, v_part.taken) end,
                   v_part.variant_id, v_part.taken;
        end if;
    end loop;
    if not exists (select from fulfillment.lines as l where l.order_id = v_new.id)
        or not exists (select from fulfillment.lines as l where l.order_id = p_order_id and l.quantity > l.short)
    then
        raise exception using errcode = 'OM323', message = 'nothing, all or picked';
    end if;
    perform history.record('demand', v_order.request_id, 'fulfillment.split', jsonb_build_object(
        'fulfillment_order_id', v_order.id, 'number', v_order.number, 'into', v_new.number), v_order.location_id);
    perform fulfillment._settle_picking(p_order_id) where v_order.state = 'picking';
    return v_new.number;
end
$$;

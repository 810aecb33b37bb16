-- Allocate quantities of a request's lines at locations [{line_id, location_id, quantity}] and reserve the stock:
-- all or nothing. Takes from unrouted first, then from backordered; where the request is released, so is the allocation.
-- `p_hold_id` is converted (see inventory.reserve).
-- Locks: lines, then levels sorted.
-- Raises: OM101 not enough stock, lines_quantities_not_negative. Called by: routing.route
create or replace function demand.allocate(
    p_request_id bigint, p_allocations jsonb, p_hold_id bigint default null
) returns void
language plpgsql security definer set search_path = pg_catalog, pg_temp
as $$
declare
    v_is_released boolean := (select r.is_released from demand.requests as r where r.id = p_request_id);
    v_claims jsonb;
    v_is_tracked boolean;
begin
    insert into demand.allocations (line_id, variant_id, location_id, quantity, state, created_at)
    select l.id, l.variant_id, a.location_id, a.quantity, case when v_is_released then 'released' else 'allocated' end, db.now()
    from jsonb_to_recordset(p_allocations) as a (line_id bigint, location_id int, quantity int)
    join demand.lines as l on l.id = a.line_id and l.request_id = p_request_id
    order by l.id, a.location_id;
    update demand.lines as l
    set unrouted = l.unrouted - least(l.unrouted, t.quantity),
        backordered = l.backordered - (t.quantity - least(l.unrouted, t.quantity)),
        allocated = l.allocated + case when v_is_released then 0 else t.quantity end,
        released = l.released + case when v_is_released then t.quantity else 0 end
    from (
        select a.line_id, sum(a.quantity)::int as quantity
        from jsonb_to_recordset(p_allocations) as a (line_id bigint, quantity int)
        group by a.line_id
    ) as t
    where l.id = t.line_id and l.request_id = p_request_id;
    select jsonb_agg(jsonb_build_object('variant_id', l.variant_id, 'location_id', a.location_id, 'quantity', a.quantity)),
           bool_or(v.tracking <> 'none')
    into v_claims, v_is_tracked
    from jsonb_to_recordset(p_allocations) as a (line_id bigint, location_id int, quantity int)
    join demand.lines as l on l.id = a.line_id and l.request_id = p_request_id
    join catalog.variants as v on v.id = l.variant_id;
    perform inventory.reserve(coalesce(v_claims, '[]'), p_hold_id);
    perform demand._bind_lots(p_request_id) where v_is_tracked;
end
$$;

-- Promises whose stock has arrived become allocations: the stock is reserved already. Not before the day the line may be sent,
-- unless `p_before_release`. Called by: routing.route, demand.cancel
create or replace function demand.redeem_pegs(p_request_id bigint, p_before_release boolean default false) returns void
language plpgsql security definer set search_path = pg_catalog, pg_temp
as $$
declare
    v_is_released boolean := (select r.is_released from demand.requests as r where r.id = p_request_id);
    v_peg demand.pegs;
begin
    for v_peg in
        select p.* from demand.pegs as p join demand.lines as l on l.id = p.line_id
        where l.request_id = p_request_id and p.state = 'arrived'
            and (p_before_release or coalesce(l.not_before, '-infinity') <= db.today())
        order by p.id
    loop
        insert into demand.allocations (line_id, variant_id, location_id, quantity, state, created_at)
        values (v_peg.line_id, v_peg.variant_id, v_peg.location_id, v_peg.quantity,
                case when v_is_released then 'released' else 'allocated' end, db.now());
        update demand.lines as l
        set unrouted = l.unrouted - least(l.unrouted, v_peg.quantity),
            backordered = l.backordered - (v_peg.quantity - least(l.unrouted, v_peg.quantity)),
            allocated = l.allocated + case when v_is_released then 0 else v_peg.quantity end,
            released = l.released + case when v_is_released then v_peg.quantity else 0 end
        where l.id = v_peg.line_id;
        perform demand._end_peg(v_peg, v_peg.quantity, 'allocated');
        perform history.record('demand', p_request_id, 'promise.kept', jsonb_build_object('quantity', v_peg.quantity,
            'sku', (select v.sku from catalog.variants as v where v.id = v_peg.variant_id)), v_peg.location_id);
    end loop;
end
$$;

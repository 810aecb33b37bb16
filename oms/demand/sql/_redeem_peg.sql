-- A promise whose stock has arrived becomes an allocation: the stock is reserved already; where units are told apart it gets its lots.
-- Locks: the level, where units are told apart. Raises: OM101 too many of them must not be sold. Called by: demand.redeem_pegs
create or replace function demand._redeem_peg(p_peg demand.pegs, p_request_id bigint) returns void
language plpgsql security definer set search_path = pg_catalog, pg_temp
as $$
declare
    v_is_released boolean := (select r.is_released from demand.requests as r where r.id = p_request_id);
    v_variant catalog.variants;
begin
    select v.* into strict v_variant from catalog.variants as v where v.id = p_peg.variant_id;
    insert into demand.allocations (line_id, variant_id, location_id, quantity, state, created_at)
    values (p_peg.line_id, p_peg.variant_id, p_peg.location_id, p_peg.quantity,
            case when v_is_released then 'released' else 'allocated' end, db.now());
    update demand.lines as l
    set unrouted = l.unrouted - least(l.unrouted, p_peg.quantity),
        backordered = l.backordered - (p_peg.quantity - least(l.unrouted, p_peg.quantity)),
        allocated = l.allocated + case when v_is_released then 0 else p_peg.quantity end,
        released = l.released + case when v_is_released then p_peg.quantity else 0 end
    where l.id = p_peg.line_id;
    if v_variant.tracking <> 'none' then
        perform inventory.harden(jsonb_build_array(jsonb_build_object(
            'variant_id', p_peg.variant_id, 'location_id', p_peg.location_id, 'quantity', p_peg.quantity)));
        perform demand._bind_lots(p_request_id);
    end if;
    perform demand._end_peg(p_peg, p_peg.quantity, 'allocated');
    perform history.record('demand', p_request_id, 'promise.kept', jsonb_build_object(
        'quantity', p_peg.quantity, 'sku', v_variant.sku), p_peg.location_id);
end
$$;

-- Take a quantity of lots from an allocation, `p_lot_id` first, then what keeps longest; returns them as changes for
-- inventory.post_lots, in which they are no longer reserved and, where `p_is_lost`, no longer on hand.
-- Called by: demand.deallocate, lose
create or replace function demand._unbind_lots(
    p_allocation demand.allocations, p_quantity int, p_is_lost boolean, p_lot_id bigint default null
) returns jsonb
language plpgsql security definer set search_path = pg_catalog, pg_temp
as $$
declare
    v_open int := p_quantity;
    v_taken int;
    v_lot record;
    v_changes jsonb := '[]';
begin
    for v_lot in
        select x.lot_id, x.quantity from demand.allocation_lots as x join inventory.lots as t on t.id = x.lot_id
        where x.allocation_id = p_allocation.id
        order by (x.lot_id = p_lot_id) desc nulls last, t.expires_on desc nulls first, t.id desc
    loop
        exit when v_open = 0;
        v_taken := least(v_open, v_lot.quantity);
        v_open := v_open - v_taken;
        delete from demand.allocation_lots as x
        where x.allocation_id = p_allocation.id and x.lot_id = v_lot.lot_id and x.quantity = v_taken;
        update demand.allocation_lots as x set quantity = x.quantity - v_taken
        where x.allocation_id = p_allocation.id and x.lot_id = v_lot.lot_id;
        v_changes := v_changes || jsonb_build_object('lot_id', v_lot.lot_id, 'location_id', p_allocation.location_id,
            'on_hand', case when p_is_lost then -v_taken else 0 end, 'reserved', -v_taken);
    end loop;
    return v_changes;
end
$$;

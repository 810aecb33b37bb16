-- A lot must not leave: give the work that holds units of it others of the same location; where there are none and the work is
-- not picked yet, the units are routed elsewhere. Returns {swapped, rerouted, left} in units; left is picked, packed, or waits.
-- With `p_reason` the lot is recalled first, in the same step.
-- Locks: requests sorted, levels sorted, lines. Raises: as inventory.recall_lot. Called by: the lot's page, the API
create or replace function fulfillment.replace_lot(p_lot_id bigint, p_reason text default null) returns jsonb
language plpgsql security definer set search_path = pg_catalog, pg_temp
as $$
declare
    v_work record;
    v_swapped int := 0;
    v_rerouted int := 0;
    v_left int := 0;
begin
    perform fulfillment._lock_lot(p_lot_id);
    perform inventory.recall_lot(p_lot_id, p_reason) where p_reason is not null;
    for v_work in
        select w.id, w.allocation_id, x.quantity
        from demand.allocation_lots as x
        join demand.allocations as a on a.id = x.allocation_id and a.state in ('allocated', 'released')
        join fulfillment.lines as w on w.allocation_id = a.id
        where x.lot_id = p_lot_id order by w.id
    loop
        begin
            perform demand.swap_lot(v_work.allocation_id, p_lot_id);
            v_swapped := v_swapped + v_work.quantity;
        exception when sqlstate 'OM101' then
            if fulfillment._take_back_lot(v_work.id, p_lot_id, v_work.quantity) then
                v_rerouted := v_rerouted + v_work.quantity;
            else
                v_left := v_left + v_work.quantity;
            end if;
        end;
    end loop;
    return jsonb_build_object('swapped', v_swapped, 'rerouted', v_rerouted, 'left', v_left);
end
$$;

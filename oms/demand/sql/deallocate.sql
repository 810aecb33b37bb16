-- Give back part or all of an allocation: the stock is available again and the quantity is unrouted.
-- Of several lots, `p_lot_id` is given back first.
-- Locks: line, level. Raises: OM201 more than is allocated. Called by: fulfillment.reject, demand.cancel, pickup.return_to_stock
create or replace function demand.deallocate(p_allocation_id bigint, p_quantity int, p_lot_id bigint default null) returns void
language plpgsql security definer set search_path = pg_catalog, pg_temp
as $$
declare
    v_allocation demand.allocations := demand._shrink(p_allocation_id, p_quantity);
begin
    perform inventory.unreserve(jsonb_build_array(jsonb_build_object(
        'variant_id', v_allocation.variant_id, 'location_id', v_allocation.location_id, 'quantity', p_quantity)));
    perform inventory.post_lots(demand._unbind_lots(v_allocation, p_quantity, false, p_lot_id));
end
$$;

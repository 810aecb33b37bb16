-- Part or all of an allocation cannot be found: the stock is written off the ledger and the quantity is unrouted.
-- Locks: line, level. Raises: OM201 more than is allocated. Called by: fulfillment.short
create or replace function demand.lose(p_allocation_id bigint, p_quantity int) returns void
language plpgsql security definer set search_path = pg_catalog, pg_temp
as $$
declare
    v_allocation demand.allocations := demand._shrink(p_allocation_id, p_quantity);
begin
    perform inventory.consume(jsonb_build_array(jsonb_build_object(
        'variant_id', v_allocation.variant_id, 'location_id', v_allocation.location_id, 'quantity', p_quantity)),
        'short_picked', 'allocation', p_allocation_id);
    perform inventory.post_lots(demand._unbind_lots(v_allocation, p_quantity, true));
end
$$;

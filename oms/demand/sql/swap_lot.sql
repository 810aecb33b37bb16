-- Give an allocation other lots of the same SKU at the same location in place of this one.
-- Locks: the level. Raises: OM101 there are no others. Called by: fulfillment.replace_lot
create or replace function demand.swap_lot(p_allocation_id bigint, p_lot_id bigint) returns void
language plpgsql security definer set search_path = pg_catalog, pg_temp
as $$
declare
    v_allocation demand.allocations;
    v_quantity int;
    v_claims jsonb;
begin
    select a.* into v_allocation from demand.allocations as a where a.id = p_allocation_id;
    delete from demand.allocation_lots as x where x.allocation_id = p_allocation_id and x.lot_id = p_lot_id
    returning x.quantity into strict v_quantity;
    v_claims := jsonb_build_array(jsonb_build_object(
        'variant_id', v_allocation.variant_id, 'location_id', v_allocation.location_id, 'quantity', v_quantity));
    perform inventory.reserve(v_claims);
    insert into demand.allocation_lots as x (allocation_id, lot_id, quantity)
    select p_allocation_id, t.lot_id, t.quantity
    from inventory.take_lots(v_allocation.variant_id, v_allocation.location_id, v_quantity) as t
    on conflict (allocation_id, lot_id) do update set quantity = x.quantity + excluded.quantity;
    perform inventory.unreserve(v_claims);
    perform inventory.post_lots(jsonb_build_array(jsonb_build_object(
        'lot_id', p_lot_id, 'location_id', v_allocation.location_id, 'on_hand', 0, 'reserved', -v_quantity)));
end
$$;

-- Part of an allocation becomes one of its own, at the same location and as far as it; returns its id. Raises: OM201 not that much.
-- Locks: the allocation. Called by: fulfillment.split
create or replace function demand.split_allocation(p_allocation_id bigint, p_quantity int) returns bigint
language plpgsql security definer set search_path = pg_catalog, pg_temp
as $$
declare
    v_id bigint;
begin
    update demand.allocations as a set quantity = a.quantity - p_quantity
    where a.id = p_allocation_id and p_quantity > 0 and a.quantity > p_quantity and a.state in ('allocated', 'released');
    if not found then
        raise exception using errcode = 'OM201', message = 'not allocated that much';
    end if;
    insert into demand.allocations (line_id, variant_id, location_id, quantity, state, created_at)
    select a.line_id, a.variant_id, a.location_id, p_quantity, a.state, db.now() from demand.allocations as a where a.id = p_allocation_id
    returning id into v_id;
    return v_id;
end
$$;

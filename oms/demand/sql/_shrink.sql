-- Take a quantity out of an allocation and put it back among the unrouted of its line; returns the allocation.
-- Raises: OM201 more than is allocated. Called by: demand.deallocate, demand.lose
create or replace function demand._shrink(p_allocation_id bigint, p_quantity int) returns demand.allocations
language plpgsql security definer set search_path = pg_catalog, pg_temp
as $$
declare
    v_allocation demand.allocations;
begin
    select a.* into v_allocation from demand.allocations as a where a.id = p_allocation_id for update;
    if p_quantity <= 0 or v_allocation.quantity < p_quantity or v_allocation.state not in ('allocated', 'released') then
        raise exception using errcode = 'OM201', message = 'not allocated that much';
    end if;
    update demand.lines as l
    set allocated = l.allocated - case when v_allocation.state = 'allocated' then p_quantity else 0 end,
        released = l.released - case when v_allocation.state = 'released' then p_quantity else 0 end,
        unrouted = l.unrouted + p_quantity
    where l.id = v_allocation.line_id;
    update demand.allocations as a
    set quantity = case when a.quantity > p_quantity then a.quantity - p_quantity else a.quantity end,
        state = case when a.quantity > p_quantity then a.state else 'deallocated' end
    where a.id = p_allocation_id;
    return v_allocation;
end
$$;

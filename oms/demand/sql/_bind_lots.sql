-- Give each allocation of a request, of SKUs whose units are told apart, its lots. Locks: nothing more than was reserved.
-- Raises: OM101 not enough stock. Called by: demand.allocate, _redeem_peg
create or replace function demand._bind_lots(p_request_id bigint) returns void
language plpgsql security definer set search_path = pg_catalog, pg_temp
as $$
declare
    v_allocation demand.allocations;
begin
    for v_allocation in
        select a.* from demand.allocations as a
        join demand.lines as l on l.id = a.line_id
        join catalog.variants as v on v.id = a.variant_id
        where l.request_id = p_request_id and v.tracking <> 'none' and a.state in ('allocated', 'released')
            and not exists (select from demand.allocation_lots as x where x.allocation_id = a.id)
        order by a.variant_id, a.location_id, a.id
    loop
        insert into demand.allocation_lots (allocation_id, lot_id, quantity)
        select v_allocation.id, t.lot_id, t.quantity
        from inventory.take_lots(v_allocation.variant_id, v_allocation.location_id, v_allocation.quantity) as t;
    end loop;
end
$$;

-- Allocations leave the house (`p_kind` shipped or collected): their stock goes out of the ledger, their lines have shipped.
-- Locks: lines, then levels sorted. Raises: allocations_transition_lawful. Called by: fulfillment.ship, pickup.hand_over
create or replace function demand.consume(p_allocation_ids bigint[], p_kind text) returns void
language plpgsql security definer set search_path = pg_catalog, pg_temp
as $$
begin
    update demand.allocations set state = 'consumed' where id = any (p_allocation_ids);
    update demand.lines as l
    set released = l.released - t.quantity, shipped = l.shipped + t.quantity
    from (
        select a.line_id, sum(a.quantity)::int as quantity from demand.allocations as a
        where a.id = any (p_allocation_ids) group by a.line_id
    ) as t
    where l.id = t.line_id;
    perform inventory.consume(demand._claims(p_allocation_ids), p_kind, 'request', demand._request_of(p_allocation_ids));
    perform inventory.post_lots(demand._lot_changes(p_allocation_ids, -1));
end
$$;

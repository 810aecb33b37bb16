-- Undo a consumption: the stock is back and promised as before. Locks: lines, then levels sorted.
-- Called by: pickup.undo_hand_over
create or replace function demand.unconsume(p_allocation_ids bigint[]) returns void
language plpgsql security definer set search_path = pg_catalog, pg_temp
as $$
begin
    update demand.allocations set state = 'released' where id = any (p_allocation_ids);
    update demand.lines as l
    set released = l.released + t.quantity, shipped = l.shipped - t.quantity, delivered = l.delivered - t.quantity
    from (
        select a.line_id, sum(a.quantity)::int as quantity from demand.allocations as a
        where a.id = any (p_allocation_ids) group by a.line_id
    ) as t
    where l.id = t.line_id;
    perform inventory.restore(demand._claims(p_allocation_ids), 'request', demand._request_of(p_allocation_ids));
    perform inventory.post_lots(demand._lot_changes(p_allocation_ids, 1));
end
$$;

-- Give a transfer, whose units were just reserved, its lots: those that were chosen, then what expires first.
-- Locks: nothing more than was reserved. Raises: OM101 not enough that may be sold, OM191 not that many of a chosen lot.
-- Called by: inventory.ready_transfer
create or replace function inventory._bind_transfer(p_transfer_id bigint) returns void
language plpgsql security definer set search_path = pg_catalog, pg_temp
as $$
declare
    v_line record;
    v_lot record;
    v_left int;
begin
    for v_line in
        select l.variant_id, l.quantity, t.source_id
        from inventory.transfer_lines as l join inventory.transfers as t on t.id = l.transfer_id
        join catalog.variants as v on v.id = l.variant_id
        where l.transfer_id = p_transfer_id and v.tracking <> 'none' order by l.variant_id
    loop
        v_left := v_line.quantity;
        for v_lot in
            select x.lot_id, x.chosen from inventory.transfer_lots as x
            where x.transfer_id = p_transfer_id and x.variant_id = v_line.variant_id order by x.lot_id
        loop
            perform inventory._take_lot(v_lot.lot_id, v_line.source_id, v_lot.chosen);
            v_left := v_left - v_lot.chosen;
        end loop;
        update inventory.transfer_lots as x set quantity = x.chosen
        where x.transfer_id = p_transfer_id and x.variant_id = v_line.variant_id;
        insert into inventory.transfer_lots as x (transfer_id, lot_id, variant_id, quantity)
        select p_transfer_id, t.lot_id, v_line.variant_id, t.quantity
        from inventory.take_lots(v_line.variant_id, v_line.source_id, v_left) as t
        on conflict (transfer_id, lot_id) do update set quantity = x.quantity + excluded.quantity;
    end loop;
end
$$;

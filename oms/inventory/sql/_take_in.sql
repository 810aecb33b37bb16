-- Let the stock at the destination of a transfer follow what came of it: received and surplus can be sold, damaged is there but
-- unavailable. A negative quantity takes back, of the lots first: what is spoiled of them stops being unavailable with it.
-- Locks: the level row. Raises: levels_*, lot_levels_*, OM194. Called by: inventory._account
create or replace function inventory._take_in(
    p_transfer inventory.transfers, p_variant_id bigint, p_outcome text, p_quantity int, p_note text, p_lots jsonb
) returns void
language plpgsql security definer set search_path = pg_catalog, pg_temp
as $$
declare
    v_at int := p_transfer.destination_id;
    v_changes jsonb := inventory._lot_changes(p_lots, p_transfer.destination_id, 1, 0);
begin
    if p_quantity < 0 then
        perform inventory._set_damaged(p_variant_id, v_at, p_quantity, p_transfer.number, p_lots) where p_outcome = 'damaged';
        perform inventory.post_lots(v_changes);
    end if;
    perform inventory._post(p_variant_id, v_at, p_quantity, 'transfer_in', case p_outcome when 'received' then '' else p_outcome end,
                            p_note, 'transfer', p_transfer.id);
    perform history.record('variant', p_variant_id, 'stock.received',
        jsonb_build_object('quantity', p_quantity, 'transfer', p_transfer.number), v_at);
    if p_quantity > 0 then
        perform inventory.post_lots(v_changes);
        perform inventory._set_damaged(p_variant_id, v_at, p_quantity, p_note, p_lots) where p_outcome = 'damaged';
    end if;
end
$$;

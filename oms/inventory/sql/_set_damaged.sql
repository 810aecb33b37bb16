-- Set aside what came damaged, of which lots [{lot_id, quantity}] where units are told apart; a negative quantity is put back. What is
-- of a spoiled lot is unavailable anyhow. Locks: the level row. Raises: as inventory.set_aside, put_back. Called by: inventory._take_in
create or replace function inventory._set_damaged(p_variant_id bigint, p_location_id int, p_quantity int, p_note text, p_lots jsonb)
returns void
language plpgsql security definer set search_path = pg_catalog, pg_temp
as $$
declare
    v_part record;
begin
    for v_part in
        select null::bigint as lot_id, p_quantity as quantity where p_lots is null
        union all
        select n.lot_id, n.quantity
        from jsonb_to_recordset(p_lots) as n (lot_id bigint, quantity int) join inventory.lots as t on t.id = n.lot_id
        where not inventory._is_spoiled(t.recalled_at, t.expires_on, p_location_id)
    loop
        if v_part.quantity > 0 then
            perform inventory.set_aside(p_variant_id, p_location_id, v_part.quantity, 'damaged', p_note, v_part.lot_id);
        else
            perform inventory.put_back(p_variant_id, p_location_id, -v_part.quantity, p_note, v_part.lot_id);
        end if;
    end loop;
end
$$;

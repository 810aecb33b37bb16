-- The lot or serial number that a scanned code names: one that is under way with the transfer, or that lies where its draft is
-- packed. Nothing where there is none, or where lots of several SKUs are called so. Called by: inventory.set_transfer_line, receive_transfer
create or replace function inventory._lot_of(p_transfer inventory.transfers, p_code text) returns inventory.lots
language plpgsql stable security definer set search_path = pg_catalog, pg_temp
as $$
declare
    v_lots inventory.lots[] := array(
        select t from inventory.lots as t
        where upper(t.code) = upper(p_code)
            and not exists (select from catalog.variants as v where upper(v.sku) = upper(p_code))
            and case when p_transfer.state = 'draft'
                then exists (select from inventory.lot_levels as x
                             where x.lot_id = t.id and x.location_id = p_transfer.source_id and x.on_hand > 0)
                else exists (select from inventory.transfer_lots as x where x.lot_id = t.id and x.transfer_id = p_transfer.id) end);
begin
    return case when cardinality(v_lots) = 1 then v_lots[1] end;
end
$$;

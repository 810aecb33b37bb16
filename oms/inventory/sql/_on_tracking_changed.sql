-- Trigger after it was changed how the units of a SKU are told apart: of what is there, nobody knows which is which, and what is
-- taken from a pool is any unit. What drafts of transfers had chosen is forgotten. Raises: OM122, OM195 some are on their way.
create or replace function inventory._on_tracking_changed() returns trigger
language plpgsql security definer set search_path = pg_catalog, pg_temp
as $$
declare
    v_transfer text;
begin
    perform inventory.unpool(new.id);
    update inventory.levels as l set is_tracked = new.tracking <> 'none' where l.variant_id = new.id;
    if exists (select from inventory.levels as l where l.variant_id = new.id and l.on_hand > 0) then
        raise exception using errcode = 'OM122', message = 'there is stock of it', detail = jsonb_build_object('sku', new.sku)::text;
    end if;
    v_transfer := (
        select min(t.number) from inventory.transfer_lines as l join inventory.transfers as t on t.id = l.transfer_id
        where l.variant_id = new.id and l.under_way > 0);
    if v_transfer is not null then
        raise exception using errcode = 'OM195', message = 'some are on their way', detail = jsonb_build_object(
            'sku', new.sku, 'transfer', v_transfer)::text;
    end if;
    delete from inventory.transfer_lots as x where x.variant_id = new.id and x.quantity + x.surplus = 0;
    return null;
end
$$;

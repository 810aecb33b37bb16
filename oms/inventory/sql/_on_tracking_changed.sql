-- Trigger after it was changed how the units of a SKU are told apart: of what is there, nobody knows which is which, and what is
-- taken from a pool is any unit. Raises: OM122.
create or replace function inventory._on_tracking_changed() returns trigger
language plpgsql security definer set search_path = pg_catalog, pg_temp
as $$
begin
    perform inventory.unpool(new.id);
    update inventory.levels as l set is_tracked = new.tracking <> 'none' where l.variant_id = new.id;
    if exists (select from inventory.levels as l where l.variant_id = new.id and l.on_hand > 0) then
        raise exception using errcode = 'OM122', message = 'there is stock of it', detail = jsonb_build_object('sku', new.sku)::text;
    end if;
    return null;
end
$$;

-- Sell a SKU from pools from now on: buyers do not wait for each other. They fill with the next sale; nothing is locked here.
-- Raises: OM132 a kit has no stock. Called by: the stock pages
create or replace function inventory.pool(p_variant_id bigint) returns void
language plpgsql security definer set search_path = pg_catalog, pg_temp
as $$
begin
    if exists (select from catalog.kit_components as k where k.kit_id = p_variant_id) then
        raise exception using errcode = 'OM132', message = 'a kit has no pool', detail = jsonb_build_object(
            'sku', (select v.sku from catalog.variants as v where v.id = p_variant_id))::text;
    end if;
    insert into inventory.pools (variant_id, since) values (p_variant_id, db.now()) on conflict (variant_id) do nothing;
    perform history.record('variant', p_variant_id, 'stock.pooled') where found;
end
$$;

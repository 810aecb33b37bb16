-- Sell a SKU from pools from now on: buyers do not wait for each other. They fill with the next sale; no level is locked here.
-- Raises: OM126 its units are told apart, OM132 a kit has no stock. Called by: the stock pages
create or replace function inventory.pool(p_variant_id bigint) returns void
language plpgsql security definer set search_path = pg_catalog, pg_temp
as $$
declare
    v_variant catalog.variants;
begin
    select v.* into v_variant from catalog.variants as v where v.id = p_variant_id for share;  -- waits for catalog.set_tracking
    if v_variant.tracking <> 'none' then
        raise exception using errcode = 'OM126', message = 'told apart', detail = jsonb_build_object('sku', v_variant.sku)::text;
    end if;
    if exists (select from catalog.kit_components as k where k.kit_id = p_variant_id) then
        raise exception using errcode = 'OM132', message = 'a kit has no pool', detail = jsonb_build_object(
            'sku', v_variant.sku)::text;
    end if;
    insert into inventory.pools (variant_id, since) values (p_variant_id, db.now()) on conflict (variant_id) do nothing;
    perform history.record('variant', p_variant_id, 'stock.pooled') where found;
end
$$;

-- Sell a SKU from its levels again: what is left in its pools goes back there, unit by unit, while buyers go on buying.
-- Locks: the pool, level rows sorted with their units. Called by: the stock pages, the trigger variants_tracking
create or replace function inventory.unpool(p_variant_id bigint) returns void
language plpgsql security definer set search_path = pg_catalog, pg_temp
as $$
begin
    delete from inventory.pools where variant_id = p_variant_id;
    if found then
        perform inventory._lock_levels(array[p_variant_id]);
        perform history.record('variant', p_variant_id, 'stock.unpooled');
    end if;
end
$$;

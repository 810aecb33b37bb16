-- Say which SKU is short where, and what is available. Raises: OM101 always. Called by: inventory._promise, _take_pooled, reserve
create or replace function inventory._refuse(p_variant_id bigint, p_location_id int, p_quantity int) returns void
language plpgsql security definer set search_path = pg_catalog, pg_temp
as $$
begin
    raise exception using errcode = 'OM101', message = 'not enough stock', detail = (
        select jsonb_build_object('sku', v.sku, 'location', o.code, 'wanted', p_quantity, 'available', coalesce(
            (select greatest(s.available, 0) from inventory.stock as s where s.variant_id = v.id and s.location_id = o.id), 0))::text
        from catalog.variants as v cross join inventory.locations as o
        where v.id = p_variant_id and o.id = p_location_id);
end
$$;

-- Create or update a product by its handle, with its variants by SKU. Returns the product's id.
-- Shape: {handle, title, category, vendor, description, picture, variants: [{sku, title, options, tax_class,
-- weight_grams, requires_shipping, barcodes: [..], prices: {EUR: minor}, components: [{sku, quantity}],
-- substitutes: [sku], substitute_price}]}. A variant that
-- is not named stays. A kit's components are saved before it.
-- `p_updated_at` is that of the product the caller saw.
-- Raises: OM102 the SKU belongs to another product; OM409 changed meanwhile; barcodes_pkey a barcode belongs to another SKU; OM150,
-- OM151, OM155 no such kit (see catalog._save_kit); OM156 to OM158 no such substitutes (see catalog._save_substitutes).
-- Called by: the products page, the API, product webhooks, the demo shop
create or replace function catalog.save_product(p_product jsonb, p_updated_at timestamptz default null) returns bigint
language plpgsql security definer set search_path = pg_catalog, pg_temp
as $$
declare
    v_id bigint;
    v_variant jsonb;
begin
    insert into catalog.products as p (handle, title, category, vendor, description, picture, created_at, updated_at)
    values (p_product ->> 'handle', p_product ->> 'title', coalesce(p_product ->> 'category', ''),
            coalesce(p_product ->> 'vendor', ''), coalesce(p_product ->> 'description', ''), coalesce(p_product ->> 'picture', ''),
            db.now(), db.now())
    on conflict (handle) do update set
        title = excluded.title,
        category = coalesce(p_product ->> 'category', p.category),
        vendor = coalesce(p_product ->> 'vendor', p.vendor),
        description = coalesce(p_product ->> 'description', p.description),
        picture = coalesce(p_product ->> 'picture', p.picture),
        updated_at = db.now()
        where p_updated_at is null or p.updated_at = p_updated_at
    returning p.id into v_id;
    if v_id is null then
        raise exception using errcode = 'OM409', message = 'changed meanwhile';
    end if;
    for v_variant in select v.value from jsonb_array_elements(coalesce(p_product -> 'variants', '[]')) as v (value) loop
        perform catalog._save_variant(v_id, v_variant);
    end loop;
    perform history.record('product', v_id, 'product.saved', jsonb_build_object('handle', p_product ->> 'handle'));
    return v_id;
end
$$;

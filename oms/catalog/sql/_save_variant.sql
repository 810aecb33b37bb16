-- Create or update one variant of a product by its SKU, with its barcodes and prices. A price of null is taken away, and so
-- are the barcodes in `without_barcodes`; `components` [{sku, quantity}] make it a kit,
-- `substitutes` are SKUs to send instead, the best first. What is not named stays.
-- Raises: OM102 the SKU belongs to another product; see catalog._save_kit, _save_substitutes. Called by: catalog.save_product
create or replace function catalog._save_variant(p_product_id bigint, p_variant jsonb) returns void
language plpgsql security definer set search_path = pg_catalog, pg_temp
as $$
declare
    v_id bigint;
begin
    insert into catalog.variants as v (product_id, sku, title, options, tax_class, weight_grams, requires_shipping, is_active,
                                  substitute_price)
    values (p_product_id, p_variant ->> 'sku', coalesce(p_variant ->> 'title', ''), coalesce(p_variant -> 'options', '{}'),
            coalesce(p_variant ->> 'tax_class', 'standard'), coalesce((p_variant ->> 'weight_grams')::int, 0),
            coalesce((p_variant ->> 'requires_shipping')::boolean, true), coalesce((p_variant ->> 'is_active')::boolean, true),
            coalesce(p_variant ->> 'substitute_price', 'cheaper'))
    on conflict (sku) do update set
        title = coalesce(p_variant ->> 'title', v.title),
        options = coalesce(p_variant -> 'options', v.options),
        tax_class = coalesce(p_variant ->> 'tax_class', v.tax_class),
        weight_grams = coalesce((p_variant ->> 'weight_grams')::int, v.weight_grams),
        requires_shipping = coalesce((p_variant ->> 'requires_shipping')::boolean, v.requires_shipping),
        is_active = coalesce((p_variant ->> 'is_active')::boolean, v.is_active),
        substitute_price = coalesce(p_variant ->> 'substitute_price', v.substitute_price),
        updated_at = db.now()
        where v.product_id = p_product_id
    returning v.id into v_id;
    if v_id is null then
        raise exception using errcode = 'OM102', message = 'SKU of another product',
            detail = jsonb_build_object('sku', p_variant ->> 'sku')::text;
    end if;
    delete from catalog.barcodes as b
    where b.variant_id = v_id and b.code in (select jsonb_array_elements_text(coalesce(p_variant -> 'without_barcodes', '[]')));
    insert into catalog.barcodes (code, variant_id)
    select b.code, v_id
    from jsonb_array_elements_text(coalesce(p_variant -> 'barcodes', '[]')) as b (code)
    where not exists (select from catalog.barcodes as k where k.code = b.code and k.variant_id = v_id);
    delete from catalog.prices as r
    where r.variant_id = v_id and p_variant #> array['prices', r.currency::text] = 'null';
    insert into catalog.prices (variant_id, currency, amount_minor)
    select v_id, p.key, p.value::bigint from jsonb_each_text(coalesce(p_variant -> 'prices', '{}')) as p where p.value is not null
    on conflict (variant_id, currency) do update set amount_minor = excluded.amount_minor;
    if p_variant -> 'components' <> '[]'
        or p_variant -> 'components' = '[]' and exists (select from catalog.kit_components as k where k.kit_id = v_id)
    then
        perform catalog._save_kit(v_id, p_variant -> 'components');
    end if;
    if jsonb_typeof(p_variant -> 'substitutes') = 'array' then
        perform catalog._save_substitutes(v_id, p_variant -> 'substitutes');
    end if;
end
$$;

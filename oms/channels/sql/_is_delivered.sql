-- Whether any line of a completed order is a thing that must go somewhere. Called by: channels._delivery_problems, _prepare
create or replace function channels._is_delivered(p_order jsonb) returns boolean
language sql stable security definer set search_path = pg_catalog, pg_temp
as $$
    select exists (
        select from jsonb_array_elements(p_order -> 'lines') as l (value)
        left join catalog.variants as v on v.sku = l.value ->> 'sku'
        where coalesce(to_jsonb(v.requires_shipping), l.value -> 'requires_shipping', 'true') <> 'false')
$$;

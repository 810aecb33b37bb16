-- A kit is not part of another, from either side. Raises: OM151 naming both. Called by: catalog._save_kit
create or replace function catalog._refuse_nesting(p_variant_id bigint) returns void
language plpgsql stable security definer set search_path = pg_catalog, pg_temp
as $$
declare
    v_nested record;
begin
    select o.sku as outer_sku, i.sku as inner_sku into v_nested
    from catalog.kit_components as k
    join catalog.variants as o on o.id = k.kit_id
    join catalog.variants as i on i.id = k.component_id
    where p_variant_id in (k.kit_id, k.component_id)
        and exists (select from catalog.kit_components as n where n.kit_id = k.component_id)
    limit 1;
    if found then
        raise exception using errcode = 'OM151', message = 'a kit in a kit', detail = jsonb_build_object(
            'kit', v_nested.outer_sku, 'component', v_nested.inner_sku)::text;
    end if;
end
$$;

-- Trigger after something is stocked, or expected, where nothing was: a kit has no stock of its own. The key share lock lets
-- whoever makes a kit of it wait, or be waited for. Raises: OM154.
create or replace function inventory._on_level_of_kit() returns trigger
language plpgsql security definer set search_path = pg_catalog, pg_temp
as $$
declare
    v_sku text;
begin
    select v.sku into v_sku from catalog.variants as v where v.id = new.variant_id for key share;
    if exists (select from catalog.kit_components as k where k.kit_id = new.variant_id) then
        raise exception using errcode = 'OM154', message = 'a kit has no stock', detail = jsonb_build_object('sku', v_sku)::text;
    end if;
    return null;
end
$$;

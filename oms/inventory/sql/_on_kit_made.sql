-- Trigger after a variant became a kit: what is stocked or on its way stays what it is. Raises: OM152.
create or replace function inventory._on_kit_made() returns trigger
language plpgsql security definer set search_path = pg_catalog, pg_temp
as $$
declare
    v_level record;
begin
    select v.sku, o.name, l.on_hand + l.incoming as quantity into v_level
    from inventory.levels as l
    join catalog.variants as v on v.id = l.variant_id
    join inventory.locations as o on o.id = l.location_id
    where l.variant_id = new.kit_id and l.on_hand + l.incoming > 0
    order by l.location_id limit 1;
    if found then
        raise exception using errcode = 'OM152', message = 'a kit has no stock', detail = jsonb_build_object(
            'sku', v_level.sku, 'location', v_level.name, 'quantity', v_level.quantity)::text;
    end if;
    return null;
end
$$;

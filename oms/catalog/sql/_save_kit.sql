-- Make a variant a kit of [{sku, quantity}], in place of what it was made of; of nothing: it is a kit no more. Orders keep what
-- they were placed with. Kits change one at a time, so that none becomes part of another meanwhile; whoever stocks or wants
-- the variant itself holds its row (by foreign key), so this waits for them and then sees what they did.
-- Locks: kits, the variant. Raises: OM150 unknown SKU, OM151 a kit in a kit, OM155 a component without delivery,
-- kit_components_*; inventory and demand refuse what is stocked or wanted. Called by: catalog._save_variant
create or replace function catalog._save_kit(p_kit_id bigint, p_components jsonb) returns void
language plpgsql security definer set search_path = pg_catalog, pg_temp
as $$
declare
    v_kit text;
    v_component record;
begin
    perform pg_advisory_xact_lock(hashtextextended('catalog.kit_components', 0));
    select v.sku into v_kit from catalog.variants as v where v.id = p_kit_id for update;
    delete from catalog.kit_components as k where k.kit_id = p_kit_id;
    for v_component in
        select c.sku, sum(c.quantity)::int as quantity, v.id, v.requires_shipping
        from jsonb_to_recordset(p_components) as c (sku text, quantity int) left join catalog.variants as v on v.sku = c.sku
        group by c.sku, v.id order by v.id
    loop
        if v_component.id is null then
            raise exception using errcode = 'OM150', message = 'unknown component',
                detail = jsonb_build_object('sku', v_component.sku)::text;
        elsif not v_component.requires_shipping then
            raise exception using errcode = 'OM155', message = 'a component needs delivery',
                detail = jsonb_build_object('sku', v_component.sku)::text;
        end if;
        insert into catalog.kit_components (kit_id, component_id, quantity) values (p_kit_id, v_component.id, v_component.quantity);
    end loop;
    perform catalog._refuse_nesting(p_kit_id);
end
$$;

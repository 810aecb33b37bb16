-- What a unit of a SKU costs when a location ships it for us as a supplier; null takes it off the list. In the shop's currency.
-- Raises: OM302 unknown SKU, supplier_costs_not_negative. Called by: the page of a location
create or replace function inventory.set_supplier_cost(p_location_id int, p_sku text, p_cost_minor bigint) returns void
language plpgsql security definer set search_path = pg_catalog, pg_temp
as $$
declare
    v_variant_id bigint := (select v.id from catalog.variants as v where v.sku = p_sku);
begin
    if v_variant_id is null then
        raise exception using errcode = 'OM302', message = 'unknown SKU', detail = jsonb_build_object('sku', p_sku)::text;
    end if;
    if p_cost_minor is null then
        delete from inventory.supplier_costs as c where c.location_id = p_location_id and c.variant_id = v_variant_id;
    else
        insert into inventory.supplier_costs (location_id, variant_id, cost_minor) values (p_location_id, v_variant_id, p_cost_minor)
        on conflict (location_id, variant_id) do update set cost_minor = excluded.cost_minor;
    end if;
    perform history.record('location', p_location_id, 'location.cost_set',
        jsonb_build_object('sku', p_sku, 'cost_minor', p_cost_minor), p_location_id);
end
$$;

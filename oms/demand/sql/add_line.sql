-- Add a wanted quantity of a SKU to a request; returns the demand line's id. A kit is wanted as its components. The foreign
-- key holds the variant's row by then, so nobody makes a kit of it meanwhile. A preorder is not sent before its release date.
-- Raises: lines_wanted_positive, OM154 it is a kit. Called by: orders._want
create or replace function demand.add_line(p_request_id bigint, p_variant_id bigint, p_quantity int) returns bigint
language plpgsql security definer set search_path = pg_catalog, pg_temp
as $$
declare
    v_id bigint;
begin
    insert into demand.lines (request_id, variant_id, wanted, unrouted, not_before)
    select r.id, p_variant_id, p_quantity, p_quantity, (demand._terms(p_variant_id, r.channel)).release_on
    from demand.requests as r where r.id = p_request_id
    returning id into v_id;
    if exists (select from catalog.kit_components as k where k.kit_id = p_variant_id) then
        raise exception using errcode = 'OM154', message = 'a kit has no stock', detail = jsonb_build_object(
            'sku', (select v.sku from catalog.variants as v where v.id = p_variant_id))::text;
    end if;
    return v_id;
end
$$;

-- Trigger after a variant became a kit: who wants it as it was must get it, or be canceled, first. Raises: OM153.
create or replace function demand._on_kit_made() returns trigger
language plpgsql security definer set search_path = pg_catalog, pg_temp
as $$
declare
    v_wanted record;
begin
    select v.sku, r.reference into v_wanted
    from demand.lines as l
    join demand.requests as r on r.id = l.request_id
    join catalog.variants as v on v.id = l.variant_id
    where l.variant_id = new.kit_id and l.wanted > l.canceled + l.shipped
    order by l.id limit 1;
    if found then
        raise exception using errcode = 'OM153', message = 'still wanted', detail = jsonb_build_object(
            'sku', v_wanted.sku, 'reference', v_wanted.reference)::text;
    end if;
    return null;
end
$$;

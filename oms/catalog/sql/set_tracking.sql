-- Say how the units of a SKU are told apart: none, lot or serial; and whether its lots expire. Only while there are none of it.
-- Locks: the variant, its levels. Raises: OM404, OM122 there is stock of it, variants_tracking_known, variants_expiry_needs_lots.
-- Called by: the stock pages, the API
create or replace function catalog.set_tracking(p_variant_id bigint, p_tracking text, p_has_expiry boolean default false) returns void
language plpgsql security definer set search_path = pg_catalog, pg_temp
as $$
begin
    update catalog.variants set tracking = p_tracking, has_expiry = p_has_expiry, updated_at = db.now() where id = p_variant_id;
    if not found then
        raise exception using errcode = 'OM404', message = 'no such SKU';
    end if;
    perform history.record('variant', p_variant_id, 'variant.tracked', jsonb_build_object(
        'tracking', p_tracking, 'has_expiry', p_has_expiry));
end
$$;

-- Say whether, how far and from which day on a SKU is sold beyond its stock in a channel ('' is every other channel); null for
-- `p_is_allowed` takes the terms away. What waits follows the new release date.
-- They hold for every place, so only who works at every place may say so. Raises: OM403. Called by: the page of a SKU, the API, the demo shop
create or replace function demand.set_backorder_terms(
    p_variant_id bigint, p_channel text, p_is_allowed boolean, p_most int default null, p_release_on date default null
) returns void
language plpgsql security definer set search_path = pg_catalog, pg_temp
as $$
begin
    if not db.sees_all() then
        raise exception using errcode = 'OM403', message = 'terms are of every location';
    end if;
    if p_is_allowed is null then
        delete from demand.backorder_terms where variant_id = p_variant_id and channel = p_channel;
    else
        insert into demand.backorder_terms as t (variant_id, channel, is_allowed, most, release_on, updated_at)
        values (p_variant_id, p_channel, p_is_allowed, p_most, p_release_on, db.now())
        on conflict (variant_id, channel) do update set
            is_allowed = excluded.is_allowed, most = excluded.most, release_on = excluded.release_on, updated_at = excluded.updated_at;
    end if;
    perform history.record('variant', p_variant_id, 'backorder.terms_set', jsonb_build_object(
        'channel', p_channel, 'is_allowed', p_is_allowed, 'most', p_most, 'release_on', p_release_on));
    perform tasks.enqueue('demand.release_date', jsonb_build_object('variant_id', p_variant_id));
end
$$;

-- Create a channel or change it, by its code; what is not named stays. A secret is for kinds that receive webhooks.
-- Shape: the columns of channels.channels, and secret. Returns the id. Raises: channels_*, secrets_long_enough.
-- Called by: the channels page, the demo shop
create or replace function channels.save_channel(p_channel jsonb) returns int
language plpgsql security definer set search_path = pg_catalog, pg_temp
as $$
declare
    v_old channels.channels;
    v_new channels.channels;
    v_id int;
begin
    select c.* into v_old from channels.channels as c where c.code = p_channel ->> 'code' for update;
    v_new := jsonb_populate_record(v_old, p_channel);
    insert into channels.channels as c (code, name, kind, currency, language, is_tax_included, source_location_ids, stock_policy,
                                     substitution, is_active)
    values (v_new.code, v_new.name, v_new.kind, v_new.currency, v_new.language, v_new.is_tax_included, v_new.source_location_ids,
            coalesce(v_new.stock_policy, 'backorder'), coalesce(v_new.substitution, 'ask'), coalesce(v_new.is_active, true))
    on conflict (code) do update set
        name = v_new.name, currency = v_new.currency, language = v_new.language, is_tax_included = v_new.is_tax_included,
        source_location_ids = v_new.source_location_ids, stock_policy = v_new.stock_policy,
        substitution = v_new.substitution, is_active = v_new.is_active
    returning c.id into v_id;
    if p_channel ->> 'secret' is not null then
        perform channels.set_secret(p_channel ->> 'code', p_channel ->> 'secret');
    end if;
    perform history.record('channel', v_id, 'channel.saved', jsonb_build_object('code', v_new.code));
    return v_id;
end
$$;

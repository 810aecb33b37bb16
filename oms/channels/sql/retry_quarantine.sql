-- Try a quarantined order again, as a person repaired it; it stays, with what is wrong now, where that is not enough.
-- `p_aliases` are SKUs of the channel to remember from now on, as {theirs: ours}. Returns as channels.place.
-- Locks: the record, then as orders.place. Raises: OM404, OM409 changed meanwhile, OM906 not open, OM101, OM905.
-- Called by: the quarantine page
create or replace function channels.retry_quarantine(p_id bigint, p_payload jsonb, p_version int, p_aliases jsonb default '{}') returns jsonb
language plpgsql security definer set search_path = pg_catalog, pg_temp
as $$
declare
    v_record channels.quarantine := channels._lock_quarantine(p_id, p_version);
    v_channel channels.channels;
begin
    if v_record.state <> 'open' then
        raise exception using errcode = 'OM906', message = 'not in quarantine';
    end if;
    select c.* into strict v_channel from channels.channels as c where c.id = v_record.channel_id;
    insert into channels.sku_aliases (channel_id, alias, sku)
    select v_channel.id, a.key, v.sku from jsonb_each_text(p_aliases) as a join catalog.variants as v on v.sku = a.value
    on conflict (channel_id, alias) do update set sku = excluded.sku;
    if p_payload <> v_record.payload then
        update channels.quarantine set payload = p_payload, repaired_by = db.actor_name() where id = p_id;
        perform history.record('quarantine', p_id, 'quarantine.repaired');
    end if;
    return channels._settle(channels._channel(v_channel.code), p_payload, v_record.import_id, p_id);
end
$$;

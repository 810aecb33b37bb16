-- Set the secret that a channel's webhooks are signed with; the one before is no longer good.
-- Raises: OM404, secrets_long_enough. Called by: the channels page, channels.save_channel
create or replace function channels.set_secret(p_channel text, p_secret text) returns void
language plpgsql security definer set search_path = pg_catalog, pg_temp
as $$
declare
    v_id int;
begin
    select c.id into v_id from channels.channels as c where c.code = p_channel;
    if v_id is null then
        raise exception using errcode = 'OM404', message = 'no such channel', detail = jsonb_build_object('what', p_channel)::text;
    end if;
    insert into channels.secrets (channel_id, secret) values (v_id, p_secret)
    on conflict (channel_id) do update set secret = excluded.secret;
    perform history.record('channel', v_id, 'channel.secret_set', jsonb_build_object('code', p_channel));
end
$$;

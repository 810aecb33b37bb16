-- The channel of a code, if orders may come from it. Raises: OM404, OM905 switched off. Called by: channels.place, check, receive
create or replace function channels._channel(p_code text) returns channels.channels
language plpgsql stable security definer set search_path = pg_catalog, pg_temp
as $$
declare
    v_channel channels.channels;
begin
    select c.* into v_channel from channels.channels as c where c.code = p_code;
    if v_channel.id is null then
        raise exception using errcode = 'OM404', message = 'no such channel', detail = jsonb_build_object('what', p_code)::text;
    end if;
    if not v_channel.is_active then
        raise exception using errcode = 'OM905', message = 'channel is switched off',
            detail = jsonb_build_object('channel', v_channel.name)::text;
    end if;
    return v_channel;
end
$$;

-- Keep a delivery as it arrived, and the work to process it; the same delivery twice is one. Returns the id of that work, or null
-- where it was here before. Raises: OM404, OM905. Called by: webhooks
create or replace function channels.receive(p_channel text, p_delivery_id text, p_topic text, p_body text) returns bigint
language plpgsql security definer set search_path = pg_catalog, pg_temp
as $$
declare
    v_channel channels.channels := channels._channel(p_channel);
    v_id bigint;
begin
    insert into channels.inbox (channel_id, delivery_id, topic, body, received_at, state)
    values (v_channel.id, p_delivery_id, p_topic, p_body, db.now(), 'received')
    on conflict (channel_id, delivery_id) do nothing
    returning id into v_id;
    if v_id is null then
        return null;
    end if;
    perform history.record('channel', v_channel.id, 'channel.received', jsonb_build_object('topic', p_topic));
    return tasks.enqueue('channels.process', jsonb_build_object('id', v_id), format('channels.process:%s', v_id));
end
$$;

-- Keep an order that can't be placed, with every reason. The record of the same order, open or discarded, is updated and stays
-- what it is; otherwise there is a new one. Called by: channels._settle, cancel
create or replace function channels._quarantine(
    p_channel channels.channels, p_order jsonb, p_reasons jsonb, p_import_id bigint default null, p_id bigint default null
) returns jsonb
language plpgsql security definer set search_path = pg_catalog, pg_temp
as $$
declare
    v_external_id text := nullif(trim(p_order ->> 'external_id'), '');
    v_id bigint := coalesce(p_id, (
        select q.id from channels.quarantine as q
        where q.channel_id = p_channel.id and q.external_id = v_external_id and q.state = 'discarded' order by q.id desc limit 1));
begin
    if v_id is null then
        insert into channels.quarantine as q (channel_id, external_id, payload, reasons, state, import_id, created_at, updated_at)
        values (p_channel.id, v_external_id, p_order, p_reasons, 'open', p_import_id, db.now(), db.now())
        on conflict (channel_id, external_id) where state = 'open' do update
            set payload = p_order, reasons = p_reasons, updated_at = db.now(), version = q.version + 1
        returning q.id into v_id;
        perform history.record('quarantine', v_id, 'quarantine.opened', jsonb_build_object(
            'channel', p_channel.code, 'external_id', v_external_id, 'name', p_order ->> 'name'));
    else
        update channels.quarantine
        set payload = p_order, reasons = p_reasons, updated_at = db.now(), version = version + 1
        where id = v_id;
    end if;
    return jsonb_build_object('outcome', 'quarantined', 'quarantine_id', v_id, 'reasons', p_reasons);
end
$$;

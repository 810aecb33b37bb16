-- Mail somebody of the team about an order, in their language, once for each key. Who has left is told nothing.
-- Called by: automations._act
create or replace function notifications.tell(
    p_order_id bigint, p_person_id bigint, p_kind text, p_data jsonb, p_key text
) returns void
language plpgsql security definer set search_path = pg_catalog, pg_temp
as $$
declare
    v_id bigint;
begin
    insert into notifications.messages (order_id, kind, dedupe_key, data, recipient, language, created_at)
    select p_order_id, p_kind, p_key, p_data, p.email, p.language, db.now()
    from auth.people as p
    where p.id = p_person_id and p.is_active and not db.is_past()
    on conflict (dedupe_key) do nothing
    returning id into v_id;
    if v_id is not null then
        perform tasks.enqueue('notifications.send', jsonb_build_object('message_id', v_id), 'notifications.send:' || v_id);
    end if;
end
$$;

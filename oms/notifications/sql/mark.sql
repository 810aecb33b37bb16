-- Note how a queued message ended: sent; failed, where the other side will never take it; or skipped, where what it tells is
-- no longer so.
-- Raises: messages_state_known. Called by: jobs.notifications.send
create or replace function notifications.mark(p_message_id bigint, p_state text) returns void
language sql security definer set search_path = pg_catalog, pg_temp
as $$
    update notifications.messages
    set state = p_state, sent_at = case p_state when 'sent' then db.now() end
    where id = p_message_id and state = 'queued'
$$;

-- Keep the words of a queued message, once: sent again after a failure it says the same. Links and codes that open something
-- are not in them, only the places where they belong (see oms/notifications/letters.py). Called by: jobs.notifications.send
create or replace function notifications.write(
    p_message_id bigint, p_language text, p_subject text, p_body_text text, p_body_html text
) returns void
language sql security definer set search_path = pg_catalog, pg_temp
as $$
    update notifications.messages
    set language = p_language, subject = p_subject, body_text = p_body_text, body_html = p_body_html
    where id = p_message_id and state = 'queued' and subject = ''
$$;

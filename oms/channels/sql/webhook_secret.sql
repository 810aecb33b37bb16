-- The secret that a channel's webhooks are signed with; null for a channel that takes none. Called by: oms.channels.shopify
create or replace function channels.webhook_secret(p_channel text, p_kind text) returns text
language sql stable security definer set search_path = pg_catalog, pg_temp
as $$
    select s.secret
    from channels.channels as c join channels.secrets as s on s.channel_id = c.id
    where c.code = p_channel and c.kind = p_kind and c.is_active
$$;

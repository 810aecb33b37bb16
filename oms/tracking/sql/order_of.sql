-- The order a link's token opens, by the token's hash; null for a link that was never made, was revoked, has expired, or whose
-- order ended more than 90 days ago. The one thing that needs no actor: the token is the right. Called by: the customer's pages
create or replace function tracking.order_of(p_token_hash bytea) returns bigint
language sql stable security definer set search_path = pg_catalog, pg_temp
as $$
    select l.order_id
    from tracking.links as l join orders.orders as o on o.id = l.order_id
    where l.token_hash = p_token_hash and l.revoked_at is null
        and (l.expires_at is null or l.expires_at > db.now())
        and coalesce(o.canceled_at, o.closed_at, 'infinity') > db.now() - interval '90 days'
$$;

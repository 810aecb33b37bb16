-- Make an order's link lead nowhere from now on; the next one asked for is another. Raises: OM404.
-- Called by: the order page, where a link has come into wrong hands
create or replace function tracking.revoke_link(p_order_id bigint) returns void
language plpgsql security definer set search_path = pg_catalog, pg_temp
as $$
begin
    perform orders._lock(p_order_id);
    update tracking.links set revoked_at = db.now() where order_id = p_order_id and revoked_at is null;
    if not found then
        raise exception using errcode = 'OM404', message = 'no such link';
    end if;
    perform history.record('order', p_order_id, 'tracking.link_revoked');
end
$$;

-- Make the link to an order's page unless there is one; returns the nonce of the one that is there. Two at once get the same.
-- Raises: OM404. Called by: tracking.links, for mails and for staff
create or replace function tracking.ensure_link(p_order_id bigint, p_nonce bytea, p_token_hash bytea) returns bytea
language plpgsql security definer set search_path = pg_catalog, pg_temp
as $$
declare
    v_nonce bytea;
begin
    if not exists (
        select from orders.orders as o where o.id = p_order_id and (db.sees_all() or o.location_ids && db.locations())
    ) then
        raise exception using errcode = 'OM404', message = 'no such order';
    end if;
    select l.nonce into v_nonce from tracking.links as l where l.order_id = p_order_id and l.revoked_at is null;
    if found then
        return v_nonce;
    end if;
    insert into tracking.links as l (order_id, nonce, token_hash, created_at)
    values (p_order_id, p_nonce, p_token_hash, db.now())
    on conflict (order_id) do update
    set nonce = excluded.nonce, token_hash = excluded.token_hash, created_at = excluded.created_at, expires_at = null, revoked_at = null
    where l.revoked_at is not null;
    select l.nonce into strict v_nonce from tracking.links as l where l.order_id = p_order_id;
    return v_nonce;
end
$$;

-- Whether a hold whose time is up still keeps some of these SKUs, so that inventory.make_room helps. Called by: routing.route
create or replace function inventory.has_overdue(p_variant_ids bigint[]) returns boolean
language sql stable security definer set search_path = pg_catalog, pg_temp
as $$
    select exists (
        select from inventory.holds as h join inventory.hold_lines as l on l.hold_id = h.id
        where h.state = 'active' and h.expires_at <= db.now() and l.variant_id = any (p_variant_ids))
$$;

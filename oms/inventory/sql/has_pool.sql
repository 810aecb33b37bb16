-- Whether one of these SKUs is sold from pools. Called by: routing.route
create or replace function inventory.has_pool(p_variant_ids bigint[]) returns boolean
language sql stable security definer set search_path = pg_catalog, pg_temp
as $$
    select exists (select from inventory.pools as p where p.variant_id = any (p_variant_ids))
$$;

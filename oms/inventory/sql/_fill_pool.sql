-- Fill a pool up to a thousand units with what is available in its level, whose row the caller has locked.
-- Called by: inventory._promise
create or replace function inventory._fill_pool(p_variant_id bigint, p_location_id int) returns void
language plpgsql security definer set search_path = pg_catalog, pg_temp
as $$
declare
    v_units int;
begin
    select least(1000 - s.pooled, s.available - s.pooled) into v_units
    from inventory.pools as p join inventory.stock as s on s.variant_id = p.variant_id  -- it has one still, now that we have the lock
    where p.variant_id = p_variant_id and s.location_id = p_location_id;
    insert into inventory.pool_units (variant_id, location_id)
    select p_variant_id, p_location_id from generate_series(1, v_units);
    update inventory.levels as l set reserved = l.reserved + v_units
    where l.variant_id = p_variant_id and l.location_id = p_location_id and v_units > 0;
end
$$;

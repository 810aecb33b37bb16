-- So much more of a SKU is on its way to a location; negative for less. Locks: the level row.
-- Raises: levels_incoming_not_negative. Called by: inventory._lock_ends, send_transfer, unsend_transfer, _account, expect,
-- receive_incoming, close_incoming
create or replace function inventory._expect(p_variant_id bigint, p_location_id int, p_quantity int) returns void
language plpgsql security definer set search_path = pg_catalog, pg_temp
as $$
begin
    insert into inventory.levels as l (variant_id, location_id, incoming, updated_at)
    values (p_variant_id, p_location_id, greatest(p_quantity, 0), db.now())
    on conflict (variant_id, location_id) do update set incoming = l.incoming + p_quantity, updated_at = db.now();
end
$$;

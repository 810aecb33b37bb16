-- Trigger: keep how a level stood before, so that stock as of any past moment is one look-up.
-- Called by: the trigger levels_history
create or replace function inventory._on_level_history() returns trigger
language plpgsql security definer set search_path = pg_catalog, pg_temp
as $$
begin
    insert into inventory.level_history (variant_id, location_id, on_hand, reserved, held, safety, unavailable, incoming, since)
    values (new.variant_id, new.location_id, new.on_hand, new.reserved, new.held, new.safety, new.unavailable, new.incoming, db.now());
    return null;
end
$$;

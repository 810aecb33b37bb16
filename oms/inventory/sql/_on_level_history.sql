-- Trigger: keep how a level stands from now on, so that stock as of any past moment is one look-up. A transaction that
-- began earlier but came later to the level counts from the moment of the one before it: time never runs backwards.
-- Called by: the trigger levels_history
create or replace function inventory._on_level_history() returns trigger
language plpgsql security definer set search_path = pg_catalog, pg_temp
as $$
begin
    insert into inventory.level_history (variant_id, location_id, on_hand, reserved, held, safety, unavailable, incoming, since)
    values (new.variant_id, new.location_id, new.on_hand, new.reserved, new.held, new.safety, new.unavailable, new.incoming,
            greatest(db.now(), (
                select h.since from inventory.level_history as h
                where h.variant_id = new.variant_id and h.location_id = new.location_id
                order by h.since desc, h.id desc limit 1)));
    return null;
end
$$;

-- Constraint trigger at commit: on hand changes only with the movement that says why, whoever writes it.
-- Raises: OM110 stock without a movement.
create or replace function inventory._on_level_changed() returns trigger
language plpgsql security definer set search_path = pg_catalog, pg_temp
as $$
begin
    if not exists (
        select from inventory.movements as m
        where m.variant_id = new.variant_id and m.location_id = new.location_id
            and m.sequence = new.sequence and m.on_hand_after = new.on_hand
    ) then
        raise exception using errcode = 'OM110', message = 'stock without a movement';
    end if;
    return null;
end
$$;

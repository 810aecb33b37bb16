-- Constraint trigger at commit, on levels whose units are told apart and on their lots: the lots add up to the level.
-- Raises: OM126 somebody changed the level without saying which lot.
create or replace function inventory._on_tracked_changed() returns trigger
language plpgsql security definer set search_path = pg_catalog, pg_temp
as $$
begin
    if exists (
        select from inventory.levels as l
        cross join lateral (
            select coalesce(sum(x.on_hand), 0) as on_hand, coalesce(sum(x.reserved), 0) as reserved,
                   coalesce(sum(x.unavailable), 0) as unavailable
            from inventory.lot_levels as x where x.variant_id = l.variant_id and x.location_id = l.location_id
        ) as t
        where l.variant_id = new.variant_id and l.location_id = new.location_id
            and (l.on_hand, l.reserved - l.held, l.unavailable) is distinct from (t.on_hand, t.reserved, t.unavailable)
    ) then
        raise exception using errcode = 'OM126', message = 'which lot?', detail = (
            select jsonb_build_object('sku', v.sku)::text from catalog.variants as v where v.id = new.variant_id);
    end if;
    return null;
end
$$;

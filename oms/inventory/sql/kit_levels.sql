-- How many of a kit could be made up of what is available of its parts: at each location in the actor's scope, and at all of
-- them together (location_id null), where its parts may come from different ones. No rows for what is no kit.
-- Called by: the pages of stock and products, the phone order, the API
create or replace function inventory.kit_levels(p_kit_id bigint) returns table (location_id int, available int)
language sql stable security definer set search_path = pg_catalog, pg_temp
as $$
    select w.location_id, min(w.units / w.quantity)::int
    from (
        select o.id as location_id, k.component_id, k.quantity, sum(greatest(coalesce(l.available, 0), 0)) as units
        from catalog.kit_components as k
        cross join inventory.locations as o
        left join inventory.stock as l on l.variant_id = k.component_id and l.location_id = o.id
        where k.kit_id = p_kit_id and o.is_active and (db.sees_all() or o.id = any (db.locations()))
        group by grouping sets ((o.id, k.component_id, k.quantity), (k.component_id, k.quantity))
    ) as w
    group by w.location_id
$$;

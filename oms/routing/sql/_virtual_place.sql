-- A location of recorded inputs with what it has, and how many shipments it has left, in another world.
-- Called by: routing._virtual_inputs
create or replace function routing._virtual_place(p_place jsonb, p_stock jsonb, p_world jsonb) returns jsonb
language sql immutable set search_path = pg_catalog, pg_temp
as $$
    select jsonb_set(p_place, '{available}', (
            select coalesce(jsonb_object_agg(v.variant, greatest(v.has, 0)) filter (where v.has > 0), '{}')
            from (
                select k.variant, coalesce((p_place #>> array['available', k.variant])::int, 0)
                    + coalesce((p_stock #>> array[k.variant, p_place ->> 'id'])::int, 0) as has
                from (
                    select jsonb_object_keys(p_place -> 'available') as variant
                    union select jsonb_object_keys(p_stock)
                ) as k
            ) as v))
        || case when p_place ? 'capacity_left' then jsonb_build_object('capacity_left',
            (p_place ->> 'capacity_left')::int
                + coalesce((p_world #>> array['shipments', p_place ->> 'id', p_place ->> 'starts_on'])::int, 0)) else '{}' end
$$;

-- Give each line its quantity from the chosen locations, in the order they are given (nearest first).
-- Returns [{line_id, location_id, quantity}]. Called by: routing.plan
create or replace function routing._assign(p_inputs jsonb, p_location_ids int[]) returns jsonb
language plpgsql immutable set search_path = pg_catalog, pg_temp
as $$
declare
    v_left jsonb := '{}';  -- what is left, by location and variant
    v_allocations jsonb := '[]';
    v_line record;
    v_location_id int;
    v_take int;
begin
    select jsonb_object_agg(o.value ->> 'id', o.value -> 'available') into v_left
    from jsonb_array_elements(p_inputs -> 'locations') as o;
    for v_line in
        select (l.value ->> 'line')::bigint as id, l.value ->> 'variant' as variant, (l.value ->> 'quantity')::int as quantity
        from jsonb_array_elements(p_inputs -> 'lines') as l
    loop
        foreach v_location_id in array p_location_ids loop
            v_take := least(v_line.quantity, coalesce((v_left #>> array[v_location_id::text, v_line.variant])::int, 0));
            continue when v_take <= 0;
            v_allocations := v_allocations || jsonb_build_object(
                'line_id', v_line.id, 'location_id', v_location_id, 'quantity', v_take);
            v_left := jsonb_set(v_left, array[v_location_id::text, v_line.variant],
                to_jsonb((v_left #>> array[v_location_id::text, v_line.variant])::int - v_take));
            v_line.quantity := v_line.quantity - v_take;
        end loop;
    end loop;
    return v_allocations;
end
$$;

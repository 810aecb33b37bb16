-- The inputs of a recorded decision as they would have been in another world (see routing._world_after), with other rules:
-- its lines want what is open of them there, its locations have what is left there, and a location that really had nothing
-- left comes in with what it still has there. Called by: routing.continue_simulation
create or replace function routing._virtual_inputs(p_decision routing.decisions, p_rules jsonb, p_world jsonb) returns jsonb
language plpgsql volatile set search_path = pg_catalog, pg_temp
as $$
declare
    v_inputs jsonb := jsonb_set(p_decision.inputs, '{rules}', p_rules);
    v_stock jsonb := '{}';       -- of the world, what of the wanted is more or less there: {variant: {location: n}}
    v_lines jsonb;
    v_missing int[];
begin
    if p_world = '{"stock": {}, "shipments": {}, "lines": {}}' then
        return v_inputs;
    end if;
    select coalesce(jsonb_object_agg(l.value ->> 'variant', p_world #> array['stock', l.value ->> 'variant'])
               filter (where p_world -> 'stock' ? (l.value ->> 'variant')), '{}'),
           coalesce(jsonb_agg(jsonb_set(l.value, '{quantity}', to_jsonb(w.quantity)) order by l.ordinality) filter (where w.quantity > 0), '[]')
    into v_stock, v_lines
    from jsonb_array_elements(v_inputs -> 'lines') with ordinality as l
    cross join lateral (
        select (l.value ->> 'quantity')::int + coalesce((p_world #>> array['lines', l.value ->> 'line'])::int, 0) as quantity) as w;
    v_inputs := jsonb_set(v_inputs, '{lines}', v_lines);
    if v_stock = '{}' and p_world -> 'shipments' = '{}' then
        return v_inputs;
    end if;
    v_missing := array(
        select distinct s.key::int from jsonb_each(v_stock) as v cross join jsonb_each_text(v.value) as s
        where s.value::int > 0 and not jsonb_path_exists(v_inputs, '$.locations[*] ? (@.id == $id)', jsonb_build_object('id', s.key::int)));
    return jsonb_set(v_inputs, '{locations}', (
        select coalesce(jsonb_agg(routing._virtual_place(p.value, v_stock, p_world) order by (p.value ->> 'id')::int), '[]')
        from jsonb_array_elements(v_inputs -> 'locations' || routing._places_then(p_decision, v_missing)) as p));
end
$$;

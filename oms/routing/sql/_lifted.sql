-- What a plan comes to after these changes [{of: rules | place | pickup, fact, to}], each of a fact of the rules or of that location,
-- or that the customer collects there and nowhere else: the changed inputs, the result, and whether the location is chosen. Called by: routing._changes
create or replace function routing._lifted(p_inputs jsonb, p_location_id int, p_changes jsonb, out inputs jsonb, out result jsonb, out is_chosen boolean)
language plpgsql immutable set search_path = pg_catalog, pg_temp
as $$
declare
    v_change jsonb;
begin
    inputs := p_inputs;
    for v_change in select c.value from jsonb_array_elements(p_changes) as c loop
        inputs := case v_change ->> 'of'
            when 'rules' then jsonb_set(inputs, array['rules', v_change ->> 'fact'], v_change -> 'to')
            when 'pickup' then jsonb_set(inputs, '{locations}', (
                select jsonb_agg(o.value || jsonb_build_object('excluded',
                    case when (o.value ->> 'id')::int <> p_location_id then 'not_the_pickup_place' end) order by o.ordinality)
                from jsonb_array_elements(inputs -> 'locations') with ordinality as o))
            else jsonb_set(inputs, '{locations}', (
                select jsonb_agg(case when (o.value ->> 'id')::int = p_location_id
                    then o.value || jsonb_build_object(v_change ->> 'fact', v_change -> 'to') else o.value end order by o.ordinality)
                from jsonb_array_elements(inputs -> 'locations') with ordinality as o))
        end;
    end loop;
    result := routing.plan(inputs);
    is_chosen := jsonb_path_exists(result, '$.allocations[*] ? (@.location_id == $id)', jsonb_build_object('id', p_location_id));
end
$$;

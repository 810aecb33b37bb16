-- What routing._places says of locations at the moment of a decision, without any stock: where they are, when they could have
-- shipped, and at what cost. Of that day's shipments the day's end counts. Called by: routing._virtual_inputs
create or replace function routing._places_then(p_decision routing.decisions, p_location_ids int[]) returns jsonb
language plpgsql volatile set search_path = pg_catalog, pg_temp
as $$
declare
    v_now text := coalesce(current_setting('oms.now', true), '');
    v_places jsonb;
begin
    if p_location_ids = '{}' then
        return '[]';
    end if;
    perform set_config('oms.now', p_decision.decided_at::text, true);
    select routing._places(
        jsonb_build_object('method', r.method, 'location_id', r.location_id, 'country_code', a.country_code,
            'source_location_ids', r.source_location_ids, 'latitude', a.latitude, 'longitude', a.longitude),
        array(select (l.value ->> 'variant')::bigint from jsonb_array_elements(p_decision.inputs -> 'lines') as l),
        null, (select jsonb_object_agg(i.id::text, null) from unnest(p_location_ids) as i (id)), null)::jsonb
    into v_places
    from demand.requests as r left join customers.addresses as a on a.id = r.ship_to_id where r.id = p_decision.request_id;
    perform set_config('oms.now', v_now, true);
    return (
        select coalesce(jsonb_agg(jsonb_set(p.value, '{available}', '{}')), '[]')
        from jsonb_array_elements(v_places) as p where (p.value ->> 'id')::int = any (p_location_ids));
end
$$;

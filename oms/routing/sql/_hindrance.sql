-- What keeps a location from being chosen by this plan, as the change that would lift it: {why, of, fact, from, to} and, where
-- stock is missing, missing: [{sku, quantity}]; see routing._lifted. Null where no change of the location or the rules is known.
-- Called by: routing._changes
create or replace function routing._hindrance(p_inputs jsonb, p_result jsonb, p_location_id int) returns jsonb
language sql immutable set search_path = pg_catalog, pg_temp
as $$
    with place as (
        select o.value as place, c.value as told, c.value ->> 'excluded' as why, p_inputs -> 'rules' as rules
        from jsonb_array_elements(p_inputs -> 'locations') as o
        join jsonb_array_elements(p_result -> 'considered') as c on c.value -> 'id' = o.value -> 'id'
        where (o.value ->> 'id')::int = p_location_id
    ), change as (
        select c.* from place as p cross join lateral (values
            ('no_dropshipping', 'rules', 'rest', '{"do": "dropship"}'::jsonb),
            ('kind_not_used', 'rules', 'kinds', coalesce(p.rules -> 'kinds', '[]') || jsonb_build_array(p.place -> 'kind')),
            ('not_listed', 'rules', 'location_ids', coalesce(p.rules -> 'location_ids', '[]') || (p.place -> 'id')),
            ('other_country', 'rules', 'same_country', 'false'),
            ('too_far', 'rules', 'max_km', p.place -> 'distance_km'),
            ('no_capacity', 'place', 'capacity_left', '1'),
            ('closed', 'place', 'is_open', 'true'),
            ('after_cutoff', 'place', 'is_in_time', 'true')
        ) as c (why, part, fact, lifted)
    )
    select case
        when c.why is not null then jsonb_build_object('why', c.why, 'of', c.part, 'fact', c.fact, 'to', c.lifted,
            'from', case c.part when 'rules' then p.rules -> c.fact else p.place -> c.fact end)
        when p.why is not null and p.why <> 'not_everything' then jsonb_build_object(
            'why', p.why, 'of', case p.why when 'not_the_pickup_place' then 'pickup' else 'place' end,
            'fact', 'excluded', 'to', null, 'from', p.why)
        else coalesce(routing._missing(p_inputs, p.place), routing._outdone(p_inputs, p_result, p.place))
    end
    from place as p left join change as c on c.why = p.why
$$;
